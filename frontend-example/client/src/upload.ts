import type { Call } from "./api.js";
import { asUploadError, explain } from "./errors.js";
import { settled, type Seen, type State, type Upload } from "./handle.js";
import type { Lane } from "./lane.js";
import { patiently } from "./patience.js";
import { progressEvent, sumOf } from "./progress.js";
import type { Memory } from "./resume.js";
import { transfer, type Sent } from "./transfer.js";
import type { ImageWishes, Profile, StoredFile, Ticket } from "./types.js";

/** Below this size, S3's smallest part, nothing comes in parts. */
const SMALLEST_PART = 5 << 20;
const PAUSED = "paused";

/** What all uploads of one uploader have in common. */
export interface Ways {
    base: URL;
    call: Call;
    transfers: Lane;
    partConcurrency: number;
    retries: number;
    hashed: boolean;
    profile: string;
    profiles(): Promise<Profile[]>;
    joined(upload: Upload): void;
}

/** What one upload asks for. */
export interface Wish {
    /** Instead of the uploader's. */
    profile?: string;
    /** At most ten, of names `[a-z0-9-]`. */
    metadata?: Record<string, string>;
    image?: ImageWishes;
    /** The id of a file whose content it becomes. */
    replaces?: string;
}

/** Sends a file its whole way: check, start, transfer, finish, wait for its sizes. */
export const send = (file: File, wish: Wish, ways: Ways): Upload => {
    const { base, call, transfers, retries, hashed } = ways;
    // what is replaced has a profile already
    const profile = wish.profile ?? (wish.replaces ? undefined : ways.profile);
    let stop: AbortController;
    let running = Promise.resolve();
    let ticket: Ticket | undefined;
    let arrived = false;
    let memory: Memory | undefined;

    const become = (
        state: State,
        changes?: Partial<Pick<Upload, "loaded" | "error" | "stored">>,
        event?: ProgressEvent,
    ) => {
        Object.assign(upload, changes, { state, busy: !/ready|failed|cancelled/.test(state) });
        upload.progress = sumOf([upload]).progress;
        upload.dispatchEvent(new Event("change"));
        if (changes) upload.dispatchEvent(progressEvent([upload], upload, event));
    };
    const patient = <T>(task: () => Promise<T>, signal?: AbortSignal) => patiently(task, retries, signal);

    /** A run that was stopped is let to its end first: it may still have a row to remove. */
    const run = () => {
        const { signal } = (stop = new AbortController());
        become("waiting", { error: undefined });
        ways.joined(upload);
        running = running.then(() => go(signal));
    };

    const go = async (signal: AbortSignal) => {
        try {
            (await import("./profile.js")).check(file, await patient(ways.profiles, signal), profile);
            await transfers.run(() => bring(signal));
            if (upload.stored?.processing.state != "none") await (await import("./settle.js")).settle(ticket!.id, ways, look, signal);
            signal.throwIfAborted();
            become("ready");
        } catch (thrown) {
            if (signal.reason == PAUSED) return;
            if (signal.aborted) return forget();
            const error = asUploadError(thrown);
            become("failed", { error });
            const over = /404|410|422/.test(`${error.status}`);
            // what has arrived was refused: the server keeps the row with its reason
            if (over && arrived) ticket = undefined;
            // else a retry goes on with what has arrived, unless that is nothing
            if (over || !error.retryable || error.status == 409) await forget();
        }
    };

    const bring = async (signal: AbortSignal) => {
        signal.throwIfAborted();
        if (!arrived) {
            become("uploading");
            const { id } = (ticket ??= await start());
            await carry(signal).catch(async (error) => {
                if (error.code != "upload_expired") throw error;
                ticket = await patient(() => call("POST", `api/files/${id}/renew`), signal);
                await carry(signal);
            });
            arrived = true;
        }
        if (upload.stored) return;
        become("verifying", { loaded: file.size });
        const body = { file_id: ticket!.id };
        await look(await patient(() => call("POST", "api/files/upload/direct/finish", { body, signal }), signal));
    };

    /** Not abortable: only its answer names the row that a cancel has to remove. */
    const start = async () => {
        const { name, type, size, lastModified } = file;
        if (size > SMALLEST_PART) {
            const key = [base, profile, hashed, JSON.stringify(wish), name, size, lastModified].join("|");
            memory = await (await import("./resume.js")).recall(key, call, retries);
            if (memory?.ticket) return memory.ticket;
        }
        const checksum_sha256 = hashed ? await (await import("./hash.js")).sha256(file) : undefined;
        const body = { ...wish, profile, file_name: name, file_type: type, file_size: size, checksum_sha256 };
        // `crypto.randomUUID` exists on secure pages only
        const headers = { "Idempotency-Key": crypto.getRandomValues(new Uint32Array(4)).join("-") };
        const begin = () => call<Ticket>("POST", "api/files/upload/direct/start", { body, headers });
        const ticket = await patient(begin);
        if (ticket.method == "MULTIPART") void memory?.keep(ticket);
        else endMemory();
        return ticket;
    };

    const carry = async (signal: AbortSignal) => {
        const sent: Sent = (loaded, event) => {
            if (upload.state == "uploading") become("uploading", { loaded: Math.max(upload.loaded, loaded) }, event);
        };
        if (ticket!.method != "MULTIPART") return patient(() => transfer(ticket!, file, signal, sent), signal);
        const { transferParts } = await import("./parts.js");
        return transferParts(ticket!, file, ways, signal, sent);
    };

    const look = async (stored: StoredFile) => {
        if (/verifying|pending/.test(stored.state)) return;
        if (/rejected|expired/.test(stored.state)) throw (await explain()).ended(stored);
        endMemory();
        become("processing", { stored });
    };

    /** Removes what the server keeps of this upload; what cannot be removed now, it removes itself. */
    const forget = async () => {
        const id = ticket?.id;
        ticket = upload.stored = undefined;
        arrived = false;
        upload.loaded = 0;
        endMemory();
        if (id) await patient(() => call("DELETE", `api/files/${id}`, { keepalive: true })).catch(() => {});
    };

    const endMemory = () => {
        memory = memory?.end();
    };

    const upload = Object.assign(new EventTarget() as EventTarget & Seen, {
        file,
        loaded: 0,
        then: ((...then) => settled(upload).then(...then)) as Upload["then"],
        pause() {
            if (!/waiting|uploading/.test(upload.state)) return;
            become(PAUSED);
            stop.abort(PAUSED);
        },
        resume() {
            if (upload.state == PAUSED) run();
        },
        retry() {
            if (/failed|cancelled/.test(upload.state)) run();
        },
        abort() {
            const { state, busy } = upload;
            if (busy) become("cancelled", { stored: undefined, loaded: 0 });
            stop.abort();
            // a run in the middle forgets by itself; what has failed was kept for a retry
            if (/paused|failed/.test(state)) running = running.then(forget);
        },
    });
    run();
    return upload;
};
