import { UploadError, unreachable } from "./errors.js";
import { fromStorage } from "./refusal.js";

/** @import { Ticket } from "./types.js" */

/**
 * Brings the bytes to wherever the ticket says. XMLHttpRequest, because only it tells how many
 * bytes have left. Nothing is sent but what the ticket names: no token, no cookie.
 * @param {Ticket} ticket
 * @param {File} file
 * @param {object} options
 * @param {AbortSignal} options.signal
 * @param {(loaded: number) => void} options.onProgress bytes of the file that have been sent
 * @returns {Promise<void>} rejects with an UploadError, or with the signal's reason
 */
export async function transfer(ticket, file, { signal, onProgress }) {
    // a slice has no type, so the browser adds no Content-Type that was not signed
    if (ticket.method === "PUT") return put(ticket, file.slice(), { signal, onProgress });
    signal.throwIfAborted();
    const body = form(ticket, file);
    const { status, text } = await send("POST", ticket, body, file.size, signal, onProgress);
    if (status === 0) throw await explain(file);
    if (status < 200 || status > 299) throw fromStorage(status, text);
}

/**
 * Brings raw bytes by a presigned PUT: a whole file, or one part of it.
 * @param {{url: string, headers?: Record<string, string>}} ticket
 * @param {Blob} bytes
 * @param {object} options
 * @param {AbortSignal} options.signal
 * @param {(loaded: number) => void} options.onProgress
 */
export async function put(ticket, bytes, { signal, onProgress }) {
    signal.throwIfAborted();
    const { status, text } = await send("PUT", ticket, bytes, bytes.size, signal, onProgress);
    if (status === 0) throw await explain(bytes);
    // 412: an earlier try has arrived, only its answer was lost
    if (status !== 412 && (status < 200 || status > 299)) throw fromStorage(status, text);
}

/**
 * @param {"POST" | "PUT"} method
 * @param {{url: string, headers?: Record<string, string>}} ticket
 * @param {FormData | Blob} body
 * @param {number} size of the file in it
 * @param {AbortSignal} signal
 * @param {(loaded: number) => void} onProgress
 * @returns {Promise<{status: number, text: string}>} status 0 when no answer came
 */
function send(method, ticket, body, size, signal, onProgress) {
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        const abort = () => request.abort();
        request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
            // the form's own bytes come first and do not count
            const envelope = lengthComputable ? total - size : 0;
            onProgress(Math.min(size, Math.max(0, loaded - envelope)));
        };
        request.onabort = () => reject(signal.reason);
        request.onload = () => resolve({ status: request.status, text: request.responseText });
        request.onerror = () => resolve({ status: 0, text: "" });
        request.onloadend = () => signal.removeEventListener("abort", abort);
        signal.addEventListener("abort", abort);
        request.open(method, ticket.url);
        for (const [name, value] of Object.entries(ticket.headers ?? {})) {
            request.setRequestHeader(name, value);
        }
        request.send(body);
    });
}

/**
 * @param {Ticket} ticket
 * @param {File} file
 * @returns {FormData}
 */
function form(ticket, file) {
    const data = new FormData();
    for (const [name, value] of Object.entries(ticket.fields ?? {})) data.append(name, value);
    data.append("file", file);
    return data;
}

/**
 * A file that was changed or moved after it was chosen looks like a broken connection, too.
 * @param {Blob} file
 */
async function explain(file) {
    try {
        await file.slice(0, 1).arrayBuffer();
    } catch (cause) {
        return new UploadError({
            code: "file_changed",
            detail: "The file was changed or moved after it was chosen. Choose it again.",
            cause,
        });
    }
    return unreachable("storage");
}
