import { UploadError } from "./errors.js";
import type { StoredFile } from "./types.js";

/** The storage's codes (S3's, local storage answers the same ones): ours, a sentence, and whether another try may succeed. */
const KNOWN: Record<string, [code: string, sentence: string, retryable?: boolean]> = {
    EntityTooLarge: ["too_large", "The file is larger than allowed."],
    EntityTooSmall: ["too_small", "The file is smaller than announced. Choose it again."],
    BadDigest: ["checksum_mismatch", "The file was damaged on its way. Try again.", true],
    ExpiredToken: ["upload_expired", "The permission to upload has expired. Try again.", true],
    NoSuchUpload: ["upload_ended", "The upload has ended meanwhile. Try again.", true],
    InternalError: ["storage_unavailable", "The storage is busy. Try again in a moment.", true],
};

/** What the server or the storage says with its status alone. */
const BY_STATUS: Record<number, string> = {
    401: "You are not signed in, or the sign-in has expired.",
    413: "The file is too large.",
};

/**
 * A refusal of our API: a problem document (RFC 9457), or `error` and `message` where the calls about
 * parts speak as Uppy's server does. Any other answer, a proxy's page for example, by its status.
 */
export const refusal = async (response: Response): Promise<UploadError> => {
    const { status, headers } = response;
    const body = await response.json().catch(() => null);
    const { type, title, status: _, error, message, code = error, detail = message, ...figures } = Object(body);
    figures.retry_after ??= headers.get("Retry-After");
    return new UploadError(
        code ?? `http_${status}`,
        detail ?? BY_STATUS[status] ?? `The server refused this (${status}). Try again in a moment.`,
        status,
        // 409: not uploaded, 410: expired or cancelled; a new start may well succeed
        [401, 408, 409, 410, 429].includes(status) || status > 499,
        figures,
    );
};

/** The storage's refusal of the bytes: S3's `<Error>` document. */
export const storageRefusal = (status: number, body: string): UploadError => {
    const text = (name: string) => new RegExp(`<${name}>([^<]*)`).exec(body)?.[1];
    const [s3_code = "", s3_message = ""] = [text("Code"), text("Message")];
    // S3 has no code of its own for an expired policy or address, only a message
    const [code, message, retryable] =
        (/expired/i.test(s3_message) && KNOWN.ExpiredToken) ||
        KNOWN[s3_code] ||
        (status > 499 || s3_code == "RequestTimeout"
            ? KNOWN.InternalError!
            : ["upload_refused", `The storage refused this upload (${s3_code || status}).`]);
    // a time-out has its own status everywhere but at S3
    return new UploadError(code, message, s3_code == "RequestTimeout" ? 408 : status, retryable, { s3_code, s3_message });
};

/** Throws where a file that was chosen can be read no more. */
export const read = (file: Blob): Promise<unknown> =>
    file.slice(0, 1).arrayBuffer().catch((cause) => {
        const sentence = "The file was changed or moved after it was chosen. Choose it again.";
        throw new UploadError("file_changed", sentence, 0, false, {}, cause);
    });

/** Why the server did not make a file of what has arrived. */
export const ended = ({ state, rejection }: StoredFile): UploadError => {
    const expired = state == "expired";
    const code = rejection?.code ?? (expired ? "upload_expired" : state);
    const sentence = expired ? "The upload took too long and has expired. Try again." : "The server refused this file.";
    return new UploadError(code, rejection?.detail ?? sentence, 422, expired);
};
