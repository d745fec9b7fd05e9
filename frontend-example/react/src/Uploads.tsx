import { useUpload } from "@slipway/client/react";
import { useEffect } from "react";
import { Picker } from "./Picker.js";
import { Row } from "./Row.js";
import { Summary } from "./Summary.js";

const keys = new WeakMap<object, number>();
let last = 0;
/** Two files may have the same name. */
const keyOf = (upload: object) => keys.get(upload) ?? keys.set(upload, ++last).get(upload);

/** Everything about uploads that this page shows comes from `useUpload`. */
export const Uploads = ({ token }: { token(refused: boolean): Promise<string> }) => {
    // behind Vite's proxy, or on another origin that `slipway.cors.origins` allows
    const endpoint: string | undefined = import.meta.env.VITE_SLIPWAY_URL;
    const uploads = useUpload({ endpoint, token, checksum: "sha256" });
    const { files, isUploading } = uploads;

    useEffect(() => {
        if (!isUploading) return;
        const warn = (event: Event) => event.preventDefault();
        addEventListener("beforeunload", warn);
        return () => removeEventListener("beforeunload", warn);
    }, [isUploading]);

    return (
        <>
            <Picker limits={uploads.limits} accept={uploads.accept} onFiles={uploads.upload} />
            <Summary {...uploads} />
            <ul className="files" aria-label="Files">
                {files.map((file) => (
                    <Row key={keyOf(file)} upload={file} remove={uploads.remove} />
                ))}
            </ul>
        </>
    );
};
