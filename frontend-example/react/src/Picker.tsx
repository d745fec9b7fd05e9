import type { Profile } from "@slipway/client";
import { useEffect, useState } from "react";
import { kind, size } from "./words.js";

interface Props {
    limits?: Profile;
    accept?: string;
    onFiles(files: Iterable<File>): void;
}

/** The file dialogue, and drops anywhere on the page. */
export const Picker = ({ limits, accept, onFiles }: Props) => {
    const [over, setOver] = useState(false);

    useEffect(() => {
        const drag = (event: DragEvent) => {
            if (!event.dataTransfer?.types.includes("Files")) return;
            // else the browser would open the file instead of the page
            event.preventDefault();
            setOver(event.type == "dragover");
            if (event.type == "drop") onFiles(event.dataTransfer.files);
        };
        const leave = (event: DragEvent) => event.relatedTarget || setOver(false);
        addEventListener("dragover", drag);
        addEventListener("drop", drag);
        addEventListener("dragleave", leave);
        return () => {
            removeEventListener("dragover", drag);
            removeEventListener("drop", drag);
            removeEventListener("dragleave", leave);
        };
    }, [onFiles]);

    return (
        <div className={over ? "zone over" : "zone"}>
            <input
                id="files"
                type="file"
                multiple
                accept={accept}
                aria-describedby="limits"
                onChange={({ currentTarget: input }) => {
                    onFiles([...input.files!]);
                    input.value = ""; // so that the same file can be chosen again
                }}
            />
            <label htmlFor="files">
                <strong>Choose files</strong> or drop them here
            </label>
            <p id="limits">
                {limits ? `${limits.types.map(kind).join(", ")}, up to ${size(limits.max_size)} each` : "Loading the limits…"}
            </p>
        </div>
    );
};
