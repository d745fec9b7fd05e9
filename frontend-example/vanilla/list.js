/** @import { Upload } from "./slipway.js" */

/**
 * The files on the page, whoever was signed in when they were chosen. Fires `change` whenever one of
 * them changes.
 */
export class List extends EventTarget {
    /** @type {Upload[]} */
    uploads = [];
    /** @type {Set<Upload>} the uploads that the common progress is about: since nothing was left to do */
    #batch = new Set();

    /** @param {Upload} upload */
    add(upload) {
        if (![...this.#batch].some((other) => other.busy)) this.#batch.clear();
        this.#batch.add(upload);
        this.uploads.push(upload);
        upload.addEventListener("change", () => this.#changed());
        this.#changed();
    }

    /**
     * Takes a settled upload off the list, which fires `dismiss` on it. A ready file stays on the server.
     * @param {Upload} upload
     */
    dismiss(upload) {
        if (upload.busy) return;
        this.uploads = this.uploads.filter((other) => other !== upload);
        this.#batch.delete(upload);
        upload.abort(); // nobody will try again: what was kept for that goes, too
        upload.dispatchEvent(new Event("dismiss"));
        this.#changed();
    }

    /**
     * Whether the very same file is on the list already.
     * @param {File} file
     */
    has({ name, size, lastModified }) {
        return this.uploads.some(
            ({ file, state }) =>
                state !== "failed" &&
                state !== "cancelled" &&
                file.name === name &&
                file.size === size &&
                file.lastModified === lastModified,
        );
    }

    /** Of all files together, each weighing its bytes. */
    get progress() {
        const all = [...this.#batch];
        const counted = all.filter(({ state }) => state !== "failed" && state !== "cancelled");
        const sum = (/** @type {(upload: Upload) => number} */ of) =>
            counted.reduce((total, upload) => total + of(upload), 0);
        const loaded = sum(({ loaded }) => loaded);
        const total = sum(({ file }) => file.size);
        const verified = counted.length > 0 && counted.every(({ stored }) => stored);
        return {
            loaded,
            total,
            progress: verified ? 1 : Math.min(0.99, loaded / Math.max(1, total)),
            files: all.length,
            busy: all.filter(({ busy }) => busy).length,
            ready: all.filter(({ state }) => state === "ready").length,
            failed: all.filter(({ state }) => state === "failed").length,
        };
    }

    #changed() {
        this.dispatchEvent(new Event("change"));
    }
}
