import { filesOf } from "./dropped.js";

/**
 * The ways in: the file dialogue, the camera of a phone, dropping anywhere on the page, and pasting.
 * @param {HTMLInputElement} input
 * @param {HTMLInputElement} camera an input of its own, because `capture` hides the gallery
 * @param {HTMLElement} zone what lights up while files hover over the page
 * @param {(files: File[], unread?: string[]) => void} onFiles told, too, what of a drop cannot be read
 */
export function pickFiles(input, camera, zone, onFiles) {
    for (const chooser of [input, camera]) {
        chooser.addEventListener("change", () => {
            const files = [...(chooser.files ?? [])];
            chooser.value = ""; // so that the same file can be chosen again
            onFiles(files);
        });
    }

    let depth = 0; // dragenter and dragleave come for every element on the way
    const light = (/** @type {number} */ by) => {
        depth = Math.max(0, depth + by);
        zone.classList.toggle("over", depth > 0 && !input.matches(":disabled"));
    };
    addEventListener("dragenter", (event) => carriesFiles(event) && light(1));
    addEventListener("dragleave", (event) => carriesFiles(event) && light(-1));
    addEventListener("dragover", (event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault(); // else the browser would open the file instead of the page
        if (event.dataTransfer) event.dataTransfer.dropEffect = input.matches(":disabled") ? "none" : "copy";
    });
    addEventListener("drop", async (event) => {
        if (!carriesFiles(event) || !event.dataTransfer) return;
        event.preventDefault();
        light(-depth);
        if (input.matches(":disabled")) return;
        const { files, unread } = await filesOf(event.dataTransfer);
        onFiles(files, unread);
    });

    addEventListener("paste", (event) => {
        const pasted = [...(event.clipboardData?.files ?? [])];
        // office programs put a picture of the text beside it
        const typing = /** @type {Element} */ (event.target).closest?.("input:not([type=file]), textarea");
        if (pasted.length === 0 || typing || input.matches(":disabled")) return;
        event.preventDefault();
        onFiles(pasted.map(named));
    });
}

/** @param {DragEvent} event */
function carriesFiles(event) {
    return event.dataTransfer?.types.includes("Files") ?? false;
}

/**
 * Every screenshot in a clipboard is called image.png.
 * @param {File} file
 */
function named(file) {
    if (file.name !== "image.png") return file;
    const time = new Date().toISOString().slice(0, 19).replace(/\D/g, "-");
    return new File([file], `pasted-${time}.png`, { type: file.type });
}
