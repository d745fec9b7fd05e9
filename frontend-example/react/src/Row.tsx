import type { Upload } from "@slipway/client";
import { Bar } from "./Bar.js";
import { toPicker, useKeptFocus } from "./focus.js";
import { Picture } from "./Picture.js";
import { size } from "./words.js";

/** One file: what it is, how far it has come, and what can be done about it. */
export const Row = ({ upload, remove }: { upload: Upload; remove(upload: Upload): void }) => {
    const { file, state, busy, loaded, progress, error, stored } = upload;
    const moving = /uploading|paused/.test(state);
    const notResized = state == "ready" && stored?.processing.error?.detail;
    const problem = error?.message ?? (notResized && `Stored, but not resized. ${notResized}`);
    const button = (word: string, act: () => void) => (
        <button aria-label={`${word} ${file.name}`} onClick={act}>
            {word}
        </button>
    );
    const row = useKeptFocus<HTMLLIElement>();
    return (
        <li ref={row} className="file" data-state={state} data-name={file.name}>
            <Picture file={file} stored={stored} />
            <div>
                <p className="name">{file.name}</p>
                <p className="state">
                    {state}, {moving ? `${size(loaded)} of ${size(file.size)}` : size(file.size)}
                </p>
                {busy && (
                    <Bar
                        label={`Uploading ${file.name}`}
                        value={/waiting|uploading|paused/.test(state) ? progress : undefined}
                        text={moving ? `${Math.floor(progress * 100)} %, ${size(loaded)} of ${size(file.size)}` : state}
                    />
                )}
                {problem && (
                    <p role="alert" className="error">
                        {problem}
                    </p>
                )}
                <p className="actions">
                    {/* one place each, so that the keyboard stays where it is when a word changes */}
                    {busy
                        ? button("Cancel", upload.abort)
                        : (state == "cancelled" || error?.retryable) && button("Retry", upload.retry)}
                    {state == "paused"
                        ? button("Resume", upload.resume)
                        : /waiting|uploading/.test(state) && button("Pause", upload.pause)}
                    {!busy &&
                        button("Remove", () => {
                            remove(upload);
                            toPicker();
                        })}
                    {state == "ready" && (
                        <a href={stored!.url} target="_blank" rel="noopener" aria-label={`Open ${file.name}`}>
                            Open
                        </a>
                    )}
                </p>
            </div>
        </li>
    );
};
