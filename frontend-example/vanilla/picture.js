/** @import { Upload } from "./slipway.js" */

/** What browsers show without help; an SVG is a document, and is never previewed. */
const SHOWN = /^image\/(jpeg|png|gif|webp|avif|bmp)$/;

/**
 * The picture of an upload: first the chosen file itself, then the server's resized images, and
 * for everything else a tile with the ending of its name.
 * @param {HTMLElement} frame
 * @param {Upload} upload
 */
export function pictureIn(frame, upload) {
    const { file } = upload;
    const preview = SHOWN.test(file.type) ? URL.createObjectURL(file) : undefined;
    let final = false;

    const tile = () => {
        const ending = document.createElement("span");
        ending.className = "tile";
        ending.ariaHidden = "true";
        ending.textContent = /\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1].toUpperCase() ?? "FILE";
        frame.replaceChildren(ending);
    };

    if (preview) {
        const img = new Image();
        img.decoding = "async";
        img.loading = "lazy";
        img.alt = ""; // its name stands beside it
        img.src = preview;
        img.addEventListener("error", tile, { once: true });
        frame.replaceChildren(img);
    } else {
        tile();
    }

    return {
        /** Shows the server's images as soon as it has them. */
        update() {
            const stored = upload.state === "ready" ? upload.stored : undefined;
            if (final || !stored?.img) return;
            final = true;
            const { src, srcset, sizes, width, height } = stored.img;
            const img = new Image(width, height);
            img.alt = file.name;
            img.sizes = sizes;
            img.srcset = srcset;
            img.src = src;
            const link = document.createElement("a");
            link.href = stored.url;
            link.target = "_blank";
            link.rel = "noopener";
            link.append(img);
            const show = () => {
                frame.replaceChildren(link);
                if (preview) URL.revokeObjectURL(preview);
            };
            // the preview stays until there is something better
            img.decode().then(show, () => {});
        },
        close() {
            if (preview) URL.revokeObjectURL(preview);
        },
    };
}
