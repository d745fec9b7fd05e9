import type { UploadError } from "./errors.js";
import type { StoredFile } from "./types.js";

export type State =
    | "waiting"
    | "uploading"
    | "paused"
    | "verifying"
    | "processing"
    | "ready"
    | "failed"
    | "cancelled";

/**
 * One file on its way, as whoever started it sees it. Fires `change` whenever anything that can be
 * seen has changed, and `progress` as bytes leave. Awaited, it answers the file once it is ready, and
 * throws its UploadError when it has failed, or an AbortError when it was cancelled.
 */
export interface Upload extends EventTarget, PromiseLike<StoredFile> {
    readonly file: File;
    readonly state: State;
    /** Whether it is still on its way; a paused one is. */
    readonly busy: boolean;
    /** Bytes that have left. */
    readonly loaded: number;
    /** From 0 to 1; stays below 1 until the server has verified the bytes. */
    readonly progress: number;
    readonly error?: UploadError;
    /** What the server knows, once the bytes are verified. */
    readonly stored?: StoredFile;

    /** Sends nothing more until `resume`; only while bytes are on their way or wait to be. */
    pause(): void;
    resume(): void;
    /** Tries again what has failed or was cancelled; bytes that have arrived are not sent again. */
    retry(): void;
    /** Stops for good; what has reached the server is removed there. */
    abort(): void;
}

/** What of it can be seen and changes. */
export type Seen = { -readonly [K in "state" | "busy" | "loaded" | "progress" | "error" | "stored"]: Upload[K] };

/** Settles as the upload does. */
export const settled = (upload: EventTarget & Seen) =>
    new Promise<StoredFile>((resolve, reject) => {
        const look = () => {
            const { busy, error, stored } = upload;
            if (busy) return;
            if (stored && !error) resolve(stored);
            else reject(error ?? new DOMException("cancelled", "AbortError"));
        };
        upload.addEventListener("change", look);
        look();
    });
