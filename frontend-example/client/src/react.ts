import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { accept } from "./profile.js";
import type { Profile } from "./types.js";
import type { Upload } from "./handle.js";
import { createUploader, type UploaderOptions, type UploadOptions } from "./uploader.js";

/**
 * Uploads as React state. `files` are the handles, the component is rendered again whenever one of
 * them changes; `limits` is the profile once it is known, and `accept` what a picker takes.
 */
export const useUpload = (options: UploaderOptions = {}) => {
    const { endpoint, profile = "default" } = options;
    const latest = useRef(options);
    latest.current = options;
    const [files, setFiles] = useState<readonly Upload[]>([]);
    const [limits, setLimits] = useState<Profile>();
    const [, render] = useState(0);

    const uploader = useMemo(() => {
        const token = async (refused: boolean) => {
            const { token } = latest.current;
            return typeof token == "function" ? token(refused) : token;
        };
        return createUploader({ ...latest.current, token });
    }, [String(endpoint), profile]);

    const ask = useCallback(
        () =>
            uploader.profiles().then(
                (all) => setLimits(all.find(({ name }) => name == profile)),
                () => undefined, // asked again with the next upload, which says what is wrong
            ),
        [uploader, profile],
    );
    useEffect(() => void ask(), [ask]);

    /** Cancelled on the way out, as the page that showed it has gone. */
    const shown = useRef(files);
    shown.current = files;
    useEffect(() => () => shown.current.forEach((file) => file.busy && file.abort()), []);

    const upload = useCallback(
        (chosen: Iterable<File>, wish?: UploadOptions) => {
            const handles = Array.from(chosen, (file) => uploader.upload(file, wish));
            const changed = () => render((count) => count + 1);
            handles.forEach((handle) => handle.addEventListener("change", changed));
            setFiles((before) => [...before, ...handles]);
            void ask();
            return handles;
        },
        [uploader, ask],
    );
    const remove = useCallback((file: Upload) => {
        file.abort();
        setFiles((before) => before.filter((other) => other != file));
    }, []);
    const reset = useCallback(() => {
        shown.current.forEach((file) => file.abort());
        setFiles([]);
    }, []);
    /** For one file, or for all of them: also as the listener of a button's events. */
    const each = (act: (file: Upload, one: boolean) => void) => (file?: unknown) => {
        if (isUpload(file)) act(file, true);
        else files.forEach((other) => act(other, false));
    };

    return {
        upload,
        files,
        /** Of all files, from 0 to 1. */
        progress: uploader.progress().progress,
        pause: each((file) => file.pause()),
        resume: each((file) => file.resume()),
        /** Of all files only those that may succeed. */
        retry: each((file, one) => (one || file.error?.retryable) && file.retry()),
        cancel: each((file) => file.abort()),
        /** Takes a file off the list; one on its way is cancelled, a ready one stays on the server. */
        remove,
        reset,
        isUploading: files.some(({ busy }) => busy),
        error: files.find(({ error }) => error)?.error,
        limits,
        accept: limits && accept(limits),
    };
};

const isUpload = (file: unknown): file is Upload => file instanceof EventTarget && "abort" in file;
