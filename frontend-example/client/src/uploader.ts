import { connect, type Token } from "./api.js";
import type { Upload } from "./handle.js";
import { Lane } from "./lane.js";
import { progressEvent, sumOf, type Progress } from "./progress.js";
import type { Profile, StoredFile } from "./types.js";
import { send, type Wish } from "./upload.js";

export interface UploaderOptions {
    /** The server's address; relative to the page, which is also the default. */
    endpoint?: string | URL;
    token?: Token;
    /** Files at a time. */
    concurrency?: number;
    /** Parts of one file at a time. */
    partConcurrency?: number;
    /** How often a call is repeated that failed for a passing reason. */
    retries?: number;
    /**
     * `sha256` is computed before the start, up to 64 MiB, and checked by the storage and the server;
     * parts come with one each, whatever the size of the file, where the storage checks that.
     */
    checksum?: "sha256" | "none";
    /** The profile of uploads that name none. */
    profile?: string;
}

export interface UploadOptions extends Wish {
    /** Cancels the upload. */
    signal?: AbortSignal;
    onProgress?: (progress: Progress) => void;
}

/**
 * Uploads files, some at a time. Fires `change` whenever one of them changes, and `progress` as bytes
 * leave, which tells of all that are on their way together.
 */
export interface Uploader extends EventTarget {
    /** Puts a file into the queue. One that its profile does not allow fails unsent. */
    upload(file: File, options?: UploadOptions): Upload;
    /** Never throws: how each of them ended, in their order. */
    uploadAll(files: Iterable<File>, options?: UploadOptions): Promise<PromiseSettledResult<StoredFile>[]>;
    /** What may be uploaded. Asked for once. */
    profiles(): Promise<Profile[]>;
    /** Those since there was last nothing to do; what the common progress is about. */
    uploads(): Upload[];
    /** Of everything that has not failed, each file weighing its bytes. */
    progress(): Pick<Progress, "progress" | "loaded" | "total">;
}

export const createUploader = ({
    endpoint = ".",
    token,
    concurrency = 3,
    partConcurrency = 4,
    retries = 3,
    checksum = "none",
    profile = "default",
}: UploaderOptions = {}): Uploader => {
    const base = new URL(`${endpoint}`.replace(/\/?$/, "/"), document.baseURI);
    const call = connect(base, token);
    let uploads: Upload[] = [];
    let known: Promise<Profile[]> | undefined;

    const profiles = () =>
        (known ??= call<{ items: Profile[] }>("GET", "api/profiles").then(
            ({ items }) => items,
            (error) => {
                known = undefined;
                throw error;
            },
        ));
    const counted = () => uploads.filter(({ state }) => !/failed|cancelled/.test(state));
    const joined = (upload: Upload) => {
        const others = uploads.filter((other) => other != upload);
        uploads = [...(others.some(({ busy }) => busy) ? others : []), upload];
    };
    const ways = {
        base,
        call,
        transfers: new Lane(concurrency),
        partConcurrency,
        retries,
        hashed: checksum == "sha256",
        profile,
        profiles,
        joined,
    };
    const upload = (file: File, { signal, onProgress, ...wish }: UploadOptions = {}) => {
        const upload = send(file, wish, ways);
        upload.addEventListener("progress", (event) => {
            const { detail } = event as CustomEvent<Progress>;
            onProgress?.(detail);
            uploader.dispatchEvent(progressEvent(counted(), upload, detail.originalEvent));
        });
        upload.addEventListener("change", () => uploader.dispatchEvent(new Event("change")));
        if (signal?.aborted) upload.abort();
        signal?.addEventListener("abort", upload.abort);
        return upload;
    };
    const uploader: Uploader = Object.assign(new EventTarget(), {
        upload,
        uploadAll: (files: Iterable<File>, options?: UploadOptions) =>
            Promise.allSettled(Array.from(files, (file) => upload(file, options))),
        profiles,
        uploads: () => uploads,
        progress: () => sumOf(counted()),
    });
    return uploader;
};
