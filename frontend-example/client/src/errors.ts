/** What went wrong, in a form that a program can compare and a person can read. */
export class UploadError extends Error {
    override name = "UploadError";

    /**
     * @param code stable snake_case name: the server's own where it has one
     * @param message one readable sentence
     * @param status HTTP status, 0 when no answer came
     * @param retryable whether the same upload may succeed when it is tried again
     * @param figures the numbers that explain the refusal, such as `limit`; `retry_after` in seconds
     */
    constructor(
        readonly code: string,
        message: string,
        readonly status = 0,
        readonly retryable = false,
        readonly figures: Record<string, unknown> = {},
        cause?: unknown,
    ) {
        super(message, { cause });
    }
}

/** What most uploads never need: the words for what the server or the storage refuses. */
export const explain = () => import("./explain.js");

/** No answer came at all. Browsers do not tell why: a cut cable and a missing CORS rule look alike. */
export const unreachable = (peer: "server" | "storage", cause?: unknown): UploadError =>
    new UploadError(
        navigator.onLine ? "network_error" : "offline",
        `The ${peer} does not answer. Check the connection.`,
        0,
        true,
        undefined,
        cause,
    );

/** Anything that was thrown, as an UploadError. */
export const asUploadError = (thrown: unknown): UploadError =>
    thrown instanceof UploadError
        ? thrown
        : new UploadError("unexpected", `${thrown}`, 0, true, {}, thrown);
