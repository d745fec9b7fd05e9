/**
 * The shapes that travel between the server and this client, as far as the client reads them.
 *
 * @typedef {object} Profile what an upload is for, from `GET /api/profiles`
 * @property {string} name
 * @property {string[]} types allowed media types, `image/*` patterns included
 * @property {string[]} [extensions] file name endings that stand for them, with their dot
 * @property {number} max_size bytes
 * @property {"private" | "public"} [visibility]
 * @property {number[]} [widths] pixels
 * @property {number} [expires_in] seconds an upload may take to begin
 *
 * @typedef {object} Ticket the answer of start: how to bring the bytes
 * @property {string} id
 * @property {"POST" | "PUT" | "MULTIPART"} method
 * @property {string} url
 * @property {Record<string, string>} [fields] form fields of a POST, in order
 * @property {Record<string, string>} [headers] headers of a PUT
 * @property {string} key where the bytes go
 * @property {number} [part_size] bytes of each part but the last, of a MULTIPART
 *
 * @typedef {object} Part one that has arrived
 * @property {number} PartNumber from 1
 * @property {number} Size bytes
 *
 * @typedef {object} Failure
 * @property {string} code
 * @property {string} detail
 *
 * @typedef {object} Variant
 * @property {string} name
 * @property {string} state
 * @property {number | null} width
 * @property {number | null} height
 * @property {string | null} url
 *
 * @typedef {object} StoredFile
 * @property {string} id
 * @property {"pending" | "verifying" | "finished" | "rejected" | "merged" | "expired"} state
 * @property {string} original_file_name
 * @property {string} file_type
 * @property {number} size bytes
 * @property {string} url
 * @property {number | null} [width]
 * @property {number | null} [height]
 * @property {Failure | null} rejection
 * @property {{state: "none" | "queued" | "running" | "ready" | "failed", error: Failure | null}} processing
 * @property {Variant[]} variants
 * @property {{src: string, srcset: string, sizes: string, width: number, height: number} | null} [img]
 *
 * @typedef {object} Tokens where the API gets its bearer token from
 * @property {() => Promise<string>} current the token in use
 * @property {() => Promise<string>} fresh another one, after a 401; rejects when there is none
 */
export {};
