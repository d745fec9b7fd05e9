import { explain, UploadError } from "./errors.js";
import { Lane } from "./lane.js";
import { patiently } from "./patience.js";
import { transfer, type Sent } from "./transfer.js";
import type { Ticket } from "./types.js";
import type { Ways } from "./upload.js";

/**
 * Brings a large file in parts, some at a time. The server's list says what has arrived already:
 * after a broken connection, a restart or a reload only the rest is sent.
 */
export const transferParts = async (
    ticket: Ticket,
    file: File,
    { call, retries, partConcurrency, hashed }: Pick<Ways, "call" | "retries" | "partConcurrency" | "hashed">,
    signal: AbortSignal,
    sent: Sent,
): Promise<void> => {
    const path = (what = "") =>
        `uppy/s3/multipart/${ticket.id}${what}?key=${encodeURIComponent(ticket.key)}`;
    const cut = ticket.part_size!;
    const parts = Array.from({ length: Math.ceil(file.size / cut) }, (_, i) => file.slice(i * cut, (i + 1) * cut));
    const arrived = await patiently(
        () => call<{ PartNumber: number; Size: number }[]>("GET", path(), { signal }),
        retries,
        signal,
    );
    const loaded = parts.map((part, i) =>
        arrived.some(({ PartNumber, Size }) => PartNumber == i + 1 && Size == part.size) ? part.size : 0,
    );
    const missing = [...parts.keys()].filter((i) => !loaded[i]);
    const tell = (event?: ProgressEvent) => sent(loaded.reduce((sum, some) => sum + some), event);
    const lane = new Lane(partConcurrency);
    const failed = new AbortController();
    const either = AbortSignal.any([signal, failed.signal]);

    // each try has an address of its own: an old one may have expired while the part waited
    const bring = (part: Blob, i: number) => async () => {
        either.throwIfAborted();
        const sum = hashed && (await (await import("./hash.js")).sha256(part));
        if (hashed && !sum) await (await explain()).read(part);
        const address = path(`/${i + 1}`) + (sum ? `&checksum_sha256=${encodeURIComponent(sum)}` : "");
        const to = await call<Pick<Ticket, "url" | "headers">>("GET", address, { signal: either });
        await transfer({ method: "PUT", ...to }, part, either, (bytes, event) => {
            // a part that is sent again does not set the whole file back
            loaded[i] = Math.max(loaded[i]!, bytes);
            tell(event);
        }).catch((error) => {
            if (error instanceof UploadError && /upload_expired|checksum_mismatch/.test(error.code)) {
                throw new UploadError(error.code, error.message, 408, true, error.figures);
            }
            throw error;
        });
    };
    tell();
    try {
        await Promise.all(
            missing.map((i) => lane.run(() => patiently(bring(parts[i]!, i), retries, either))),
        );
    } catch (error) {
        failed.abort(error);
        throw error;
    }
};
