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
    const body = payload(ticket, file);
    signal.throwIfAborted();
    const { status, text } = await send(ticket, body, file.size, signal, onProgress);
    const there = ticket.method === "PUT" && status === 412;
    if (status === 0) throw await explain(file);
    if (!there && (status < 200 || status > 299)) throw fromStorage(status, text);
}

/**
 * @param {Ticket} ticket
 * @param {FormData | Blob} body
 * @param {number} size of the file in it
 * @param {AbortSignal} signal
 * @param {(loaded: number) => void} onProgress
 * @returns {Promise<{status: number, text: string}>} status 0 when no answer came
 */
function send(ticket, body, size, signal, onProgress) {
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
        request.open(ticket.method, ticket.url);
        for (const [name, value] of Object.entries(ticket.headers ?? {})) {
            request.setRequestHeader(name, value);
        }
        request.send(body);
    });
}

/**
 * @param {Ticket} ticket
 * @param {File} file
 * @returns {FormData | Blob}
 */
function payload(ticket, file) {
    // a slice has no type, so the browser adds no Content-Type that was not signed
    if (ticket.method === "PUT") return file.slice();
    if (ticket.method !== "POST") {
        throw new UploadError({
            code: "unsupported_method",
            detail: "This page cannot upload so large a file.",
        });
    }
    const form = new FormData();
    for (const [name, value] of Object.entries(ticket.fields ?? {})) form.append(name, value);
    form.append("file", file);
    return form;
}

/**
 * A file that was changed or moved after it was chosen looks like a broken connection, too.
 * @param {File} file
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
