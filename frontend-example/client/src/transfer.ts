import { explain, unreachable } from "./errors.js";
import type { Ticket } from "./types.js";

/** Bytes of the file that have left, and the event that told. */
export type Sent = (loaded: number, event?: ProgressEvent) => void;

/**
 * Brings bytes to wherever the ticket says. Nothing is sent but what it names: no token, no cookie.
 * Rejects with an UploadError, or with the signal's reason.
 */
export const transfer = async (
    { method, url, fields, headers }: Pick<Ticket, "method" | "url" | "fields" | "headers">,
    file: Blob,
    signal: AbortSignal,
    sent: Sent,
): Promise<void> => {
    signal.throwIfAborted();
    // a slice has no type, so the browser adds no Content-Type that was not signed
    let body: FormData | Blob = file.slice();
    if (method == "POST") {
        body = new FormData();
        for (const name in fields) body.append(name, fields[name]!);
        body.append("file", file);
    }
    const { status, responseText } = await send(method, url, headers, body, file.size, signal, sent);
    // 412: an earlier try has arrived, only its answer was lost; finish looks at what is there
    if (/^2|412/.test(`${status}`)) return;
    if (status) throw (await explain()).storageRefusal(status, responseText);
    // a file that was changed or moved after it was chosen looks like a broken connection, too
    await (await explain()).read(file);
    throw unreachable("storage");
};

/** XMLHttpRequest, because only it tells how many bytes have left. */
const send = (
    method: string,
    url: string,
    headers: Ticket["headers"],
    body: FormData | Blob,
    size: number,
    signal: AbortSignal,
    sent: Sent,
): Promise<XMLHttpRequest> =>
    new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        const abort = () => request.abort();
        request.upload.onprogress = (event) =>
            // the form's own bytes come first and do not count
            sent(Math.min(size, Math.max(0, event.loaded - event.total + size)), event);
        request.onabort = () => reject(signal.reason);
        request.onload = request.onerror = () => resolve(request);
        request.onloadend = () => signal.removeEventListener("abort", abort);
        signal.addEventListener("abort", abort);
        request.open(method, url);
        for (const name in headers) request.setRequestHeader(name, headers[name]!);
        request.send(body);
    });
