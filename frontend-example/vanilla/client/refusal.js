import { UploadError } from "./errors.js";

/**
 * S3's error codes (local storage answers the same ones), as our code, a sentence, and whether
 * another try may succeed.
 * @type {Record<string, [code: string, detail: string, retryable: boolean]>}
 */
const KNOWN = {
    EntityTooLarge: ["too_large", "The file is larger than allowed.", false],
    EntityTooSmall: ["too_small", "The file is smaller than announced. Choose it again.", false],
    BadDigest: ["checksum_mismatch", "The file was damaged on its way. Try again.", true],
    InvalidDigest: ["checksum_mismatch", "The file was damaged on its way. Try again.", true],
    AccessDenied: ["upload_refused", "The storage refused this upload.", false],
    SignatureDoesNotMatch: ["upload_refused", "The storage refused this upload: its signature is wrong.", false],
    InvalidAccessKeyId: ["upload_refused", "The storage refused this upload: its key is unknown.", false],
    ExpiredToken: ["upload_expired", "The permission to upload has expired. Try again.", true],
    NoSuchUpload: ["upload_ended", "The upload has ended meanwhile. Try again.", true],
    RequestTimeTooSkewed: ["upload_refused", "The storage refused this upload: the server's clock is wrong.", false],
    InvalidArgument: ["malformed_upload", "The storage did not understand this upload.", false],
    InvalidPolicyDocument: ["malformed_upload", "The storage did not understand this upload.", false],
    MalformedPOSTRequest: ["malformed_upload", "The storage did not understand this upload.", false],
    NoSuchBucket: ["storage_misconfigured", "The storage is not set up yet.", false],
    PreconditionFailed: ["upload_refused", "Something was stored under this name already. Try again.", true],
    RequestTimeout: ["storage_unavailable", "The upload took too long. Try again.", true],
    InternalError: ["storage_unavailable", "The storage has a problem. Try again in a moment.", true],
    ServiceUnavailable: ["storage_unavailable", "The storage is busy. Try again in a moment.", true],
    SlowDown: ["storage_unavailable", "The storage is busy. Try again in a moment.", true],
};

/**
 * Turns the storage's refusal of an upload leg, S3's `<Error>` document, into an UploadError.
 * @param {number} status
 * @param {string} body
 */
export function fromStorage(status, body) {
    const error = new DOMParser().parseFromString(body, "application/xml").querySelector("Error");
    const text = (/** @type {string} */ name) => error?.querySelector(name)?.textContent ?? "";
    const s3 = text("Code");
    const [code, detail, retryable] = expired(s3, text("Message"))
        ? KNOWN.ExpiredToken
        : (KNOWN[s3] ?? byStatus(status));
    const figures = { s3_code: s3 || undefined, s3_message: text("Message") || undefined };
    return new UploadError({ code, detail, status, retryable, figures });
}

/**
 * S3 has no code of its own for an expired policy or address, only a message.
 * @param {string} s3
 * @param {string} message
 */
function expired(s3, message) {
    return s3 === "AccessDenied" && /expired/i.test(message);
}

/**
 * @param {number} status
 * @returns {[string, string, boolean]}
 */
function byStatus(status) {
    if (status === 413) return KNOWN.EntityTooLarge;
    if (status === 403) return KNOWN.AccessDenied;
    if (status >= 500) return KNOWN.InternalError;
    return ["upload_refused", `The storage refused this upload (${status}).`, false];
}
