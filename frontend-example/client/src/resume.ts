import type { Call } from "./api.js";
import { UploadError } from "./errors.js";
import { patiently } from "./patience.js";
import type { Ticket } from "./types.js";

/** What is kept across a reload of an upload in parts, and nobody else goes on with meanwhile. */
export interface Memory {
    /** Of an earlier visit, when the server still takes parts for it. */
    ticket?: Ticket;
    keep(ticket: Ticket): Promise<unknown>;
    end(): undefined;
}

/**
 * @param key of the file: two with the same are taken for the same one
 * @returns undefined where there is no store, or while the same file is on its way already
 */
export const recall = async (key: string, call: Call, retries: number): Promise<Memory | undefined> => {
    const release = await lock(key);
    if (!release) return undefined;
    const memory = (ticket?: Ticket): Memory => ({
        ticket,
        keep: (ticket) => store((tickets) => tickets.put(ticket, key)),
        end() {
            void store((tickets) => tickets.delete(key));
            release();
        },
    });
    const found = await store<Ticket>((tickets) => tickets.get(key));
    if (!found) return memory();
    const path = `uppy/s3/multipart/${found.id}?key=${encodeURIComponent(found.key)}`;
    return patiently(() => call("GET", path), retries).then(
        () => memory(found),
        (error) => {
            if (error instanceof UploadError && [404, 410].includes(error.status)) return memory();
            release();
            throw error;
        },
    );
};

/** Another tab, or a second file that is the same, must not send the same parts. */
const lock = (key: string): Promise<(() => void) | undefined> =>
    new Promise((resolve) => {
        if (!navigator.locks) return resolve(undefined);
        navigator.locks
            .request(key, { ifAvailable: true }, (granted) =>
                granted ? new Promise<void>((release) => resolve(release)) : resolve(undefined),
            )
            .catch(() => resolve(undefined)); // where nothing may be stored
    });

/** Undefined where nothing can be stored, in some private windows: then a reload starts anew. */
const store = async <T>(act: (tickets: IDBObjectStore) => IDBRequest): Promise<T | undefined> => {
    try {
        const opening = indexedDB.open("slipway", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("tickets");
        const database: IDBDatabase = await done(opening);
        const result = await done(act(database.transaction("tickets", "readwrite").objectStore("tickets")));
        database.close();
        return result;
    } catch {
        return undefined;
    }
};

const done = (request: IDBRequest): Promise<any> =>
    new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = reject;
    });
