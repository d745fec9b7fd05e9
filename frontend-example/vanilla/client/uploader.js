import { check } from "./profile.js";
import { Lane } from "./lane.js";
import { Upload } from "./upload.js";

/**
 * @import { Api } from "./api.js"
 * @import { Profile } from "./types.js"
 */

/**
 * Uploads many files, some at a time. Fires `change` whenever one of them changes.
 *
 * Waiting for resized images has a lane of its own, so that bytes never wait for it; both together
 * stay below the six connections that a browser opens to one HTTP/1.1 server.
 */
export class Uploader extends EventTarget {
    /** @type {Upload[]} */
    uploads = [];
    #transfers;
    #waits = new Lane(2);
    /** @type {Set<Upload>} the uploads that the common progress is about */
    #batch = new Set();

    /** @param {{concurrency?: number}} [options] */
    constructor({ concurrency = 3 } = {}) {
        super();
        this.#transfers = new Lane(concurrency);
    }

    /**
     * Puts a file into the queue. One that the profile does not allow fails at once, unsent.
     * @param {File} file
     * @param {Profile} profile
     * @param {Api} api in whose name it is uploaded
     */
    add(file, profile, api) {
        const upload = new Upload(file, profile, api);
        this.uploads.push(upload);
        upload.addEventListener("change", () => this.#changed());
        const refused = check(file, profile);
        this.#join(upload);
        if (refused) upload.fail(refused);
        else this.#run(upload);
        return upload;
    }

    /** @param {Upload} upload */
    retry(upload) {
        if (upload.busy) return;
        this.#join(upload);
        this.#run(upload);
    }

    /**
     * Takes a settled upload off the list, which fires `dismiss` on it. A ready file stays on the server.
     * @param {Upload} upload
     */
    dismiss(upload) {
        if (upload.busy) return;
        this.uploads = this.uploads.filter((other) => other !== upload);
        this.#batch.delete(upload);
        upload.giveUp();
        upload.dispatchEvent(new Event("dismiss"));
        this.#changed();
    }

    /**
     * Whether the very same file is on the list already.
     * @param {File} file
     */
    has(file) {
        return this.uploads.some(
            ({ file: other, state }) =>
                state !== "failed" &&
                state !== "cancelled" &&
                other.name === file.name &&
                other.size === file.size &&
                other.lastModified === file.lastModified,
        );
    }

    get busy() {
        return this.uploads.some((upload) => upload.busy);
    }

    /** Progress of everything since the queue was last empty, each file weighing its bytes. */
    get progress() {
        const all = [...this.#batch];
        const counted = all.filter(({ state }) => state !== "failed" && state !== "cancelled");
        const sum = (/** @type {(upload: Upload) => number} */ of) =>
            counted.reduce((total, upload) => total + of(upload), 0);
        const loaded = sum((upload) => upload.loaded);
        const total = sum((upload) => upload.file.size);
        const verified = counted.length > 0 && counted.every((upload) => upload.stored);
        return {
            loaded,
            total,
            percent: verified ? 100 : Math.min(99, Math.floor((100 * loaded) / Math.max(1, total))),
            files: all.length,
            busy: all.filter((upload) => upload.busy).length,
            ready: all.filter(({ state }) => state === "ready").length,
            failed: all.filter(({ state }) => state === "failed").length,
        };
    }

    /** @param {Upload} upload */
    #join(upload) {
        if (![...this.#batch].some((other) => other.busy)) this.#batch.clear();
        this.#batch.add(upload);
    }

    /** @param {Upload} upload */
    #run(upload) {
        void upload.run(this.#transfers, this.#waits);
    }

    #changed() {
        this.dispatchEvent(new Event("change"));
    }
}
