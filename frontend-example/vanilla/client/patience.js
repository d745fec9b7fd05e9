import { UploadError } from "./errors.js";

const TRIES = 3;
const LONGEST_PAUSE = 20_000;

/**
 * Repeats a call that may be repeated when it failed for a passing reason: no answer, a busy
 * server, or bytes that the storage does not show yet. Pauses as long as the server asks, else a
 * random share of a growing span, so that many clients do not come back together.
 * @template T
 * @param {() => Promise<T>} call
 * @param {AbortSignal} [signal]
 * @returns {Promise<T>}
 */
export async function patiently(call, signal) {
    for (let attempt = 1; ; attempt++) {
        try {
            return await call();
        } catch (error) {
            const delay = pauseAfter(error, attempt);
            if (attempt === TRIES || delay === undefined) throw error;
            await pause(delay, signal);
        }
    }
}

/**
 * @param {unknown} error
 * @param {number} attempt
 * @returns {number | undefined} milliseconds, or undefined when another try makes no sense
 */
function pauseAfter(error, attempt) {
    if (!(error instanceof UploadError) || error.code === "offline") return undefined;
    const passing = [0, 408, 409, 429].includes(error.status) || error.status >= 500;
    if (!passing || !error.retryable) return undefined;
    const asked = Number(error.figures.retry_after) * 1000;
    if (asked > LONGEST_PAUSE) return undefined;
    return asked > 0 ? asked : Math.random() * Math.min(LONGEST_PAUSE, 500 * 2 ** attempt);
}

/**
 * @param {number} milliseconds
 * @param {AbortSignal} [signal]
 * @returns {Promise<void>} rejects with the signal's reason
 */
export function pause(milliseconds, signal) {
    return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const wake = () => {
            signal?.removeEventListener("abort", stop);
            resolve();
        };
        const timer = setTimeout(wake, milliseconds);
        const stop = () => {
            clearTimeout(timer);
            reject(signal?.reason);
        };
        signal?.addEventListener("abort", stop, { once: true });
    });
}
