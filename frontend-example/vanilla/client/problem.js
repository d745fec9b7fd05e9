import { UploadError } from "./errors.js";

/**
 * Turns a refusal of our API into an UploadError: a problem document (RFC 9457), or `error` and
 * `message` where the calls about parts speak as Uppy's server does. Any other answer, a proxy's
 * page for example, is told by its status.
 * @param {Response} response
 * @returns {Promise<UploadError>}
 */
export async function fromResponse(response) {
    const status = response.status;
    const { type, title, status: _, error, message, ...problem } = await problemOf(response);
    const { code = error, detail = message, ...figures } = problem;
    const retryAfter = Number(figures.retry_after ?? response.headers.get("Retry-After"));
    if (retryAfter > 0) figures.retry_after = retryAfter;
    return new UploadError({
        code: typeof code === "string" ? code : `http_${status}`,
        detail: typeof detail === "string" ? detail : sentence(status),
        status,
        retryable: mayPass(status),
        figures,
    });
}

/**
 * @param {Response} response
 * @returns {Promise<Record<string, unknown>>}
 */
async function problemOf(response) {
    if (!/[/+]json\b/.test(response.headers.get("Content-Type") ?? "")) return {};
    try {
        const body = await response.json();
        return body !== null && typeof body === "object" ? body : {};
    } catch {
        return {};
    }
}

/**
 * 409 is not_uploaded, 410 an expired or cancelled upload: a new start may well succeed.
 * @param {number} status
 */
function mayPass(status) {
    return [401, 408, 409, 410, 429].includes(status) || status >= 500;
}

/** @param {number} status */
function sentence(status) {
    if (status === 401) return "You are not signed in, or the sign-in has expired.";
    if (status === 403) return "You may not do this.";
    if (status === 404) return "The server does not know this file.";
    if (status === 413) return "The file is too large.";
    if (status === 429) return "Too many uploads at once. Try again in a moment.";
    if (status >= 500) return "The server has a problem. Try again in a moment.";
    return `The server refused the request (${status}).`;
}
