/**
 * What went wrong, in a form that a program can compare and a person can read.
 */
export class UploadError extends Error {
    /**
     * @param {object} parts
     * @param {string} parts.code stable snake_case name, the server's own where it has one
     * @param {string} parts.detail one readable sentence
     * @param {number} [parts.status] HTTP status, 0 when no answer came
     * @param {boolean} [parts.retryable] whether the same upload may succeed when tried again
     * @param {Record<string, unknown>} [parts.figures] the numbers that explain the refusal
     * @param {unknown} [parts.cause]
     */
    constructor({ code, detail, status = 0, retryable = false, figures = {}, cause }) {
        super(detail, { cause });
        this.name = "UploadError";
        this.code = code;
        this.detail = detail;
        this.status = status;
        this.retryable = retryable;
        this.figures = figures;
    }
}

/**
 * No answer came at all. Browsers do not tell why: a cut cable and a missing CORS rule look alike.
 * @param {string} peer who did not answer: "server" or "storage"
 * @param {unknown} [cause]
 */
export function unreachable(peer, cause) {
    const offline = globalThis.navigator?.onLine === false;
    return new UploadError({
        code: offline ? "offline" : "network_error",
        detail: offline
            ? "You are offline. Try again once you are connected."
            : `The connection to the ${peer} failed. Check the network and try again.`,
        retryable: true,
        cause,
    });
}

/**
 * Anything that was thrown, as an UploadError.
 * @param {unknown} thrown
 * @returns {UploadError}
 */
export function asUploadError(thrown) {
    if (thrown instanceof UploadError) return thrown;
    return new UploadError({
        code: "unexpected",
        detail: "Something went wrong on this page. Reload it and try again.",
        retryable: true,
        cause: thrown,
    });
}
