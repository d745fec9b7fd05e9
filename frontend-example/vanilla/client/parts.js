import { UploadError } from "./errors.js";
import { Lane } from "./lane.js";
import { patiently } from "./patience.js";
import { put } from "./transfer.js";

/**
 * @import { Api } from "./api.js"
 * @import { Ticket } from "./types.js"
 */

const AT_ONCE = 4;

/**
 * Brings a large file in parts, some at a time. The server's list says what has arrived already:
 * after a broken connection, or a restart of the server, only the rest is sent.
 * @param {Ticket} ticket
 * @param {File} file
 * @param {object} options
 * @param {Api} options.api
 * @param {AbortSignal} options.signal
 * @param {(loaded: number) => void} options.onProgress bytes of the file that have been sent
 */
export async function transferParts(ticket, file, { api, signal, onProgress }) {
    const parts = cut(file, ticket.part_size ?? file.size);
    const arrived = await patiently(() => api.parts(ticket, signal), signal);
    const sizes = new Map(arrived.map((part) => [part.PartNumber, part.Size]));
    const isThere = (/** @type {number} */ index) => sizes.get(index + 1) === parts[index].size;
    const loaded = parts.map((part, index) => (isThere(index) ? part.size : 0));
    const progress = (/** @type {number} */ index, /** @type {number} */ bytes) => {
        // a part that is sent again does not set the whole file back
        loaded[index] = Math.max(loaded[index], bytes);
        onProgress(loaded.reduce((sum, part) => sum + part, 0));
    };
    const lane = new Lane(AT_ONCE);
    const failed = new AbortController();
    const either = AbortSignal.any([signal, failed.signal]);
    const bring = async (/** @type {number} */ index) => {
        const send = () =>
            one(ticket, index + 1, parts[index], {
                api,
                signal: either,
                onProgress: (sent) => progress(index, sent),
            });
        await patiently(send, either);
        progress(index, parts[index].size);
    };
    const missing = [...parts.keys()].filter((index) => !isThere(index));
    try {
        await Promise.all(missing.map((index) => lane.run(() => bring(index))));
    } catch (error) {
        failed.abort(error);
        throw error;
    }
}

/**
 * @param {File} file
 * @param {number} size bytes of each part but the last
 * @returns {Blob[]}
 */
function cut(file, size) {
    const count = Math.ceil(file.size / size);
    return Array.from({ length: count }, (_, index) => file.slice(index * size, (index + 1) * size));
}

/**
 * Each try has an address of its own: an old one may have expired while the part waited.
 * @param {Ticket} ticket
 * @param {number} number
 * @param {Blob} bytes
 * @param {{api: Api, signal: AbortSignal, onProgress: (loaded: number) => void}} options
 */
async function one(ticket, number, bytes, { api, signal, onProgress }) {
    signal.throwIfAborted();
    const { url } = await api.partAddress(ticket, number, signal);
    try {
        await put({ url, headers: {} }, bytes, { signal, onProgress });
    } catch (error) {
        if (error instanceof UploadError && error.code === "upload_expired") {
            throw new UploadError({ ...error, code: error.code, detail: error.detail, status: 408 });
        }
        throw error;
    }
}
