import { UploadError, asUploadError } from "./errors.js";
import { patiently, pause } from "./patience.js";
import { transferParts } from "./parts.js";
import { transfer } from "./transfer.js";

/**
 * @import { Api } from "./api.js"
 * @import { Lane } from "./lane.js"
 * @import { Profile, StoredFile, Ticket } from "./types.js"
 */

/** @typedef {"waiting" | "uploading" | "verifying" | "processing" | "ready" | "failed" | "cancelled"} State */

const LONG_WAIT = 20;
const SHORT_WAIT = 3;

const ENDED = {
    rejected: { code: "rejected", detail: "The server refused this file." },
    expired: { code: "upload_expired", detail: "The upload took too long and has expired. Try again." },
};

/**
 * One file on its way: start, transfer, finish, wait. Fires `change` whenever anything that can be
 * seen has changed. A retry goes on where it makes sense: bytes that have arrived are not sent again.
 */
export class Upload extends EventTarget {
    /** @type {State} */
    state = "waiting";
    /** Bytes that have been sent. */
    loaded = 0;
    /** @type {UploadError | undefined} */
    error;
    /** @type {StoredFile | undefined} what the server knows, once the bytes are verified */
    stored;

    #api;
    #abort = new AbortController();
    /** @type {Promise<void>} */
    #running = Promise.resolve();
    /** @type {string | undefined} */
    #id;
    #arrived = false;
    /** @type {Ticket | undefined} of a file in parts: what has arrived of it is not sent again */
    #parts;

    /**
     * @param {File} file
     * @param {Profile} profile
     * @param {Api} api
     */
    constructor(file, profile, api) {
        super();
        this.file = file;
        this.profile = profile;
        this.#api = api;
    }

    /** Whether it is still on its way. */
    get busy() {
        return ["waiting", "uploading", "verifying", "processing"].includes(this.state);
    }

    /** Whole percent; 100 only once the server has verified the bytes. */
    get percent() {
        if (this.stored) return 100;
        return Math.min(99, Math.floor((100 * this.loaded) / Math.max(1, this.file.size)));
    }

    /**
     * Goes the whole way, and settles in `ready`, `failed` or `cancelled`; never rejects. A run that
     * was cancelled is let to its end first: it may still have a row to remove.
     * @param {Lane} transfers
     * @param {Lane} waits
     */
    run(transfers, waits) {
        const { signal } = (this.#abort = new AbortController());
        this.#become("waiting", { error: undefined, loaded: this.#arrived || this.#parts ? this.loaded : 0 });
        this.#running = this.#running.then(() => this.#go(transfers, waits, signal));
        return this.#running;
    }

    /** Stops at once; whatever has reached the server is removed there. */
    cancel() {
        if (!this.busy) return;
        this.#become("cancelled", { stored: undefined, loaded: 0 });
        this.#abort.abort();
    }

    /** Nobody will try again: what has been kept of a failed upload is removed, too. */
    giveUp() {
        if (this.state === "failed") void this.#forget();
    }

    /** @param {UploadError} error */
    fail(error) {
        this.#become("failed", { error });
        // no answer, a new sign-in, a busy server: what has arrived can still be finished later
        const passing = [0, 401, 408, 429].includes(error.status) || error.status >= 500;
        const later = passing && error.retryable;
        if ((this.#arrived || this.#parts) && later) return;
        // the server has spoken its last word and keeps the row with its reason
        const settled = this.#arrived && [404, 410, 422].includes(error.status);
        if (settled) this.#id = undefined;
        void this.#forget();
    }

    /**
     * @param {Lane} transfers
     * @param {Lane} waits
     * @param {AbortSignal} signal
     */
    async #go(transfers, waits, signal) {
        try {
            await transfers.run(() => this.#bring(signal));
            await this.#settle(waits, signal);
        } catch (thrown) {
            if (signal.aborted) await this.#forget();
            else this.fail(asUploadError(thrown));
        }
    }

    /** @param {AbortSignal} signal */
    async #bring(signal) {
        signal.throwIfAborted();
        if (!this.#arrived) {
            this.#become("uploading");
            const ticket = this.#parts ?? (await this.#start());
            this.#id = ticket.id;
            const onProgress = (/** @type {number} */ loaded) => {
                if (this.state === "uploading") this.#become("uploading", { loaded });
            };
            await this.#transfer(ticket, { signal, onProgress });
            this.#arrived = true;
        }
        if (this.stored) return;
        this.#become("verifying", { loaded: this.file.size });
        const file = await patiently(() => this.#api.finish(this.#known, signal), signal);
        this.#look(file);
    }

    /**
     * @param {Ticket} ticket
     * @param {{signal: AbortSignal, onProgress: (loaded: number) => void}} options
     */
    #transfer(ticket, options) {
        if (ticket.method !== "MULTIPART") return transfer(ticket, this.file, options);
        this.#parts = ticket;
        return transferParts(ticket, this.file, { api: this.#api, ...options });
    }

    /** Not abortable: only its answer names the row that a cancel has to remove. */
    #start() {
        const { name, type, size } = this.file;
        const wish = { file_name: name, file_type: type, file_size: size, profile: this.profile.name };
        const key = randomKey();
        return patiently(() => this.#api.start(wish, key));
    }

    /**
     * @param {Lane} waits
     * @param {AbortSignal} signal
     */
    async #settle(waits, signal) {
        while (!this.#over()) {
            const wait = waits.crowded ? SHORT_WAIT : LONG_WAIT;
            const ask = () => this.#api.file(this.#known, wait, signal);
            this.#look(await waits.run(() => patiently(ask, signal)));
            if (!this.#over()) await pause(500, signal);
        }
        this.#become("ready");
    }

    #over() {
        return ["none", "ready", "failed"].includes(this.stored?.processing.state ?? "");
    }

    /** @param {StoredFile} file */
    #look(file) {
        if (file.state === "verifying" || file.state === "pending") return;
        if (file.state === "rejected" || file.state === "expired") {
            const { code, detail } = file.rejection ?? ENDED[file.state];
            throw new UploadError({ code, detail, status: 422, retryable: file.state === "expired" });
        }
        this.#become("processing", { stored: file });
    }

    get #known() {
        return /** @type {string} */ (this.#id);
    }

    /** Removes what the server keeps of this upload; what cannot be removed now, it removes itself. */
    async #forget() {
        const id = this.#id;
        this.#id = undefined;
        this.#arrived = false;
        this.#parts = undefined;
        this.stored = undefined;
        if (id) await patiently(() => this.#api.remove(id)).catch(() => {});
    }

    /**
     * @param {State} state
     * @param {Partial<Pick<Upload, "loaded" | "error" | "stored">>} [changes]
     */
    #become(state, changes = {}) {
        Object.assign(this, changes, { state });
        this.dispatchEvent(new Event("change"));
    }
}

/** `crypto.randomUUID` exists on secure pages only. */
function randomKey() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
        byte.toString(16).padStart(2, "0"),
    ).join("");
}
