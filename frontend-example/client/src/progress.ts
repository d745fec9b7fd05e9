/** What a `progress` event tells, of one file or of all together, each file weighing its bytes. */
export interface Progress {
    /** From 0 to 1; stays below 1 until the server has verified the bytes. */
    progress: number;
    /** Bytes that have left. */
    loaded: number;
    total: number;
    currentFile: File;
    currentFileName: string;
    currentFileProgress: number;
    /** The browser's own, where there was one. */
    originalEvent?: Event;
}

interface Weighed {
    file: File;
    loaded: number;
    stored?: unknown;
}

/** The whole counts as done only once every file of it is stored. */
export const sumOf = (uploads: Weighed[]) => {
    let [loaded, total] = [0, 0];
    for (const upload of uploads) {
        loaded += upload.loaded;
        total += upload.file.size;
    }
    const done = uploads.length && uploads.every(({ stored }) => stored);
    return { progress: done ? 1 : Math.min(0.99, loaded / (total || 1)), loaded, total };
};

export const progressEvent = (uploads: Weighed[], current: Weighed & { progress: number }, originalEvent?: Event) =>
    new CustomEvent<Progress>("progress", {
        bubbles: true,
        detail: {
            ...sumOf(uploads),
            currentFile: current.file,
            currentFileName: current.file.name,
            currentFileProgress: current.progress,
            originalEvent,
        },
    });
