import type { StoredFile } from "@slipway/client";
import { useEffect, useState } from "react";

/** What browsers show without help; an SVG is a document, and is never previewed. */
const SHOWN = /^image\/(jpeg|png|gif|webp|avif|bmp)$/;

/** First the chosen picture itself, then the server's sizes of it; the ending of the name for others. */
export const Picture = ({ file, stored }: { file: File; stored?: StoredFile }) => {
    const [preview, setPreview] = useState<string>();

    useEffect(() => {
        if (!SHOWN.test(file.type)) return;
        const url = URL.createObjectURL(file);
        setPreview(url);
        return () => URL.revokeObjectURL(url);
    }, [file]);

    const [broken, setBroken] = useState(false);
    const image = stored?.img ?? (!broken && preview && { src: preview });
    const ending = /\.(\w{1,5})$/.exec(file.name)?.[1] ?? "file";
    return (
        <div className="picture">
            {image ? <img {...image} sizes="6rem" alt="" onError={() => setBroken(true)} /> : ending}
        </div>
    );
};
