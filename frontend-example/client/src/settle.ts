import { Lane } from "./lane.js";
import { patiently, pause } from "./patience.js";
import type { StoredFile } from "./types.js";
import type { Ways } from "./upload.js";

/**
 * Waiting has a lane of its own, so that bytes never wait for it; with those of one uploader it stays
 * below the six connections that a browser opens to one HTTP/1.1 server.
 */
const waits = new Lane(2);

/**
 * Asks for a file until the sizes of a picture are ready, or will not be. The server holds its answer
 * until there is news, but not for long while other uploads wait to ask.
 */
export const settle = async (
    id: string,
    { call, retries }: Ways,
    look: (file: StoredFile) => Promise<void>,
    signal: AbortSignal,
): Promise<void> => {
    for (;;) {
        const path = `api/files/${id}?wait=${waits.free > 0 ? 20 : 3}`;
        const ask = () => patiently(() => call<StoredFile>("GET", path, { signal }), retries, signal);
        const file = await waits.run(ask);
        await look(file);
        if (!/verifying|pending/.test(file.state) && /none|ready|failed/.test(file.processing.state)) return;
        await pause(500, signal);
    }
};
