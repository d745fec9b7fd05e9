import type { UploadError } from "./errors.js";

const LONGEST_PAUSE = 20_000;

/**
 * Repeats what failed for a passing reason: no answer, a busy server, bytes that the storage does not
 * show yet. Pauses as long as the server asks, else a random share of a growing span, so that many
 * clients do not come back together. Without a network it waits for one, and counts no try.
 */
export const patiently = async <T>(
    task: () => Promise<T>,
    retries: number,
    signal?: AbortSignal,
): Promise<T> => {
    for (let tries = 0; ; ) {
        try {
            return await task();
        } catch (error: any) {
            if (error.code == "offline") {
                await wait((wake) => addEventListener("online", wake, { once: true, signal }), signal);
                continue;
            }
            if (!isPassing(error) || tries++ == retries) throw error;
            const asked = error.figures.retry_after * 1000;
            if (asked > LONGEST_PAUSE) throw error;
            await pause(asked || Math.random() * Math.min(LONGEST_PAUSE, 500 * 2 ** tries), signal);
        }
    }
};

/** No answer, or that of a busy server: the same call may succeed. */
export const isPassing = ({ retryable, status }: UploadError): boolean =>
    retryable && (status > 499 || [0, 408, 409, 429].includes(status));

/** Rejects with the signal's reason when it aborts. */
export const pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    wait((wake) => setTimeout(wake, milliseconds), signal);

const wait = (begin: (wake: () => void) => void, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
        begin(resolve);
    });
