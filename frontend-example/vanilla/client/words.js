const UNITS = ["bytes", "KB", "MB", "GB", "TB"];

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
 * @param {number} bytes
 * @returns {string} such as "4.3 MB", in steps of 1024
 */
export function size(bytes) {
    const step = bytes < 1024 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
    const value = bytes / 1024 ** step;
    const digits = step === 0 || value >= 100 || Number.isInteger(value) ? 0 : 1;
    return `${value.toFixed(digits)} ${step === 0 && bytes === 1 ? "byte" : UNITS[step]}`;
}

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
