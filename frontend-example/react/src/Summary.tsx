import type { useUpload } from "@slipway/client/react";
import { useSyncExternalStore } from "react";
import { Bar } from "./Bar.js";
import { useKeptFocus } from "./focus.js";
import { files as count } from "./words.js";

type Uploads = ReturnType<typeof useUpload>;

const listen = (heard: () => void) => {
    addEventListener("online", heard);
    addEventListener("offline", heard);
    return () => {
        removeEventListener("online", heard);
        removeEventListener("offline", heard);
    };
};

/** All files together. Screen readers hear of the beginning, of every quarter and of the end. */
export const Summary = ({ files, progress, isUploading, pause, resume, retry, cancel, reset }: Uploads) => {
    const online = useSyncExternalStore(listen, () => navigator.onLine);
    const number = (state: RegExp) => files.filter((file) => state.test(file.state)).length;
    const news = () => {
        if (!isUploading) {
            const ends = [/ready/, /failed/, /cancelled/].filter(number);
            return ends.map((end) => `${count(number(end))} ${end.source}`).join(", ");
        }
        if (!online) return "Waiting for the connection";
        return `Uploading ${count(files.filter(({ busy }) => busy).length)}, ${Math.floor(progress * 4) * 25} % done`;
    };

    const box = useKeptFocus();
    return (
        <section ref={box} aria-label="All files" className="summary">
            <p role="status">{news()}</p>
            {isUploading && <Bar label="All files" value={progress} text={`${Math.floor(progress * 100)} %`} />}
            <p className="actions">
                {isUploading && <button onClick={() => cancel()}>Cancel all</button>}
                {number(/waiting|uploading/) > 0 ? (
                    <button onClick={() => pause()}>Pause all</button>
                ) : (
                    number(/paused/) > 0 && <button onClick={() => resume()}>Resume all</button>
                )}
                {files.some(({ error }) => error?.retryable) && <button onClick={() => retry()}>Retry failed</button>}
                {files.length > 0 && <button onClick={reset}>Start over</button>}
            </p>
        </section>
    );
};
