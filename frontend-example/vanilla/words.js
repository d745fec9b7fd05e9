/** @type {Record<string, string>} */
const NAMES = {
    "image/*": "images",
    "video/*": "videos",
    "audio/*": "sound",
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/gif": "GIF",
    "image/webp": "WebP",
    "image/avif": "AVIF",
    "image/heic": "HEIC",
    "image/heif": "HEIF",
    "image/tiff": "TIFF",
    "image/svg+xml": "SVG",
    "application/pdf": "PDF",
    "application/zip": "ZIP",
    "text/plain": "plain text",
    "text/csv": "CSV",
};

/**
 * @param {string[]} types media types
 * @returns {string} such as "JPEG, PNG and PDF"
 */
export function inWords(types) {
    return enumerate(types.map((type) => NAMES[type] ?? type.split("/")[1].toUpperCase()));
}

/**
 * @param {(string | number)[]} things
 * @returns {string} such as "a, b and c"
 */
export function enumerate(things) {
    return new Intl.ListFormat("en-GB").format(new Set(things.map(String)));
}

/** @param {number} count */
export function files(count) {
    return `${count} ${count === 1 ? "file" : "files"}`;
}

/** Whole percent. @param {number} progress from 0 to 1 */
export function percent(progress) {
    return Math.floor(100 * progress + 1e-9);
}
