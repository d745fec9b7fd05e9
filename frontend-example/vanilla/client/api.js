import { unreachable } from "./errors.js";
import { fromResponse } from "./problem.js";

/** @import { Part, Profile, StoredFile, Ticket, Tokens } from "./types.js" */

/**
 * The JSON calls. Every refusal is thrown as an UploadError; an abort stays an AbortError.
 * The token goes to this API only, never to a storage.
 */
export class Api {
    #base;
    #tokens;

    /**
     * @param {string | URL} base address of the server, with a trailing slash
     * @param {Tokens} tokens
     */
    constructor(base, tokens) {
        this.#base = base;
        this.#tokens = tokens;
    }

    /** @returns {Promise<Profile[]>} */
    async profiles() {
        return (await this.#call("GET", "api/profiles")).items;
    }

    /**
     * @param {{file_name: string, file_type: string, file_size: number, profile: string}} file
     * @param {string} idempotencyKey the same key answers the same upload, however often it is sent
     * @returns {Promise<Ticket>}
     */
    start(file, idempotencyKey) {
        const headers = { "Idempotency-Key": idempotencyKey };
        return this.#call("POST", "api/files/upload/direct/start", { body: file, headers });
    }

    /**
     * @param {Ticket} ticket of a MULTIPART
     * @param {AbortSignal} signal
     * @returns {Promise<Part[]>} what has arrived
     */
    parts(ticket, signal) {
        return this.#call("GET", `${partsOf(ticket)}?${keyOf(ticket)}`, { signal });
    }

    /**
     * @param {Ticket} ticket of a MULTIPART
     * @param {number} number from 1
     * @param {AbortSignal} signal
     * @returns {Promise<{url: string}>} where to PUT the part, without any header
     */
    partAddress(ticket, number, signal) {
        return this.#call("GET", `${partsOf(ticket)}/${number}?${keyOf(ticket)}`, { signal });
    }

    /**
     * @param {string} id
     * @param {AbortSignal} signal
     * @returns {Promise<StoredFile>} in state `verifying` when that takes long
     */
    finish(id, signal) {
        return this.#call("POST", "api/files/upload/direct/finish", { body: { file_id: id }, signal });
    }

    /**
     * @param {string} id
     * @param {number} wait seconds the server may hold its answer until processing is over
     * @param {AbortSignal} signal
     * @returns {Promise<StoredFile>}
     */
    file(id, wait, signal) {
        return this.#call("GET", `api/files/${encodeURIComponent(id)}?wait=${wait}`, { signal });
    }

    /**
     * Cancels a pending upload or deletes a finished file. Sent even while the page is closing.
     * @param {string} id
     * @returns {Promise<void>}
     */
    remove(id) {
        return this.#call("DELETE", `api/files/${encodeURIComponent(id)}`, { keepalive: true });
    }

    /**
     * @param {string} method
     * @param {string} path
     * @param {{body?: object, headers?: Record<string, string>, signal?: AbortSignal, keepalive?: boolean}} [options]
     * @returns {Promise<any>}
     */
    async #call(method, path, options = {}) {
        let response = await this.#send(method, path, options, await this.#tokens.current());
        if (response.status === 401) {
            response = await this.#send(method, path, options, await this.#tokens.fresh());
        }
        if (!response.ok) throw await fromResponse(response);
        return response.status === 204 ? undefined : response.json();
    }

    /**
     * @param {string} method
     * @param {string} path
     * @param {{body?: object, headers?: Record<string, string>, signal?: AbortSignal, keepalive?: boolean}} options
     * @param {string} token
     */
    async #send(method, path, { body, headers, signal, keepalive }, token) {
        try {
            return await fetch(new URL(path, this.#base), {
                method,
                headers: {
                    Accept: "application/json",
                    Authorization: `Bearer ${token}`,
                    ...(body && { "Content-Type": "application/json" }),
                    ...headers,
                },
                body: body && JSON.stringify(body),
                signal,
                keepalive,
                cache: "no-store",
            });
        } catch (thrown) {
            if (signal?.aborted) throw thrown;
            throw unreachable("server", thrown);
        }
    }
}

/** @param {Ticket} ticket */
function partsOf(ticket) {
    return `uppy/s3/multipart/${encodeURIComponent(ticket.id)}`;
}

/** @param {Ticket} ticket */
function keyOf(ticket) {
    return new URLSearchParams({ key: ticket.key });
}
