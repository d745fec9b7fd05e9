import { UploadError } from "./errors.js";
import { inWords, size } from "./words.js";

/** @import { Profile } from "./types.js" */

/** Types by which some browsers call a file that has a better name. */
const ALIASES = new Map([
    ["image/jpg", "image/jpeg"],
    ["image/pjpeg", "image/jpeg"],
    ["image/x-png", "image/png"],
]);

/**
 * Says before a byte is sent what the server would refuse anyway. The server has the last word.
 * @param {Pick<File, "name" | "type" | "size">} file
 * @param {Profile} profile
 * @returns {UploadError | undefined}
 */
export function check(file, profile) {
    if (file.size === 0) {
        return new UploadError({ code: "empty_file", detail: "The file is empty." });
    }
    if (file.size > profile.max_size) {
        return new UploadError({
            code: "too_large",
            detail: `Too large: ${size(file.size)}, the limit is ${size(profile.max_size)}.`,
            figures: { size: file.size, limit: profile.max_size },
        });
    }
    if (!allows(profile, file)) {
        return new UploadError({
            code: "type_not_allowed",
            detail: `This type of file is not accepted. Allowed: ${inWords(profile.types)}.`,
            figures: { file_type: file.type, allowed: profile.types },
        });
    }
    return undefined;
}

/**
 * The value of an input's `accept`, so that the file dialogue shows what may be chosen.
 * @param {Profile} profile
 */
export function accept(profile) {
    return [...profile.types, ...(profile.extensions ?? [])].join(",");
}

/**
 * Browsers know no type for some files (HEIC), then the name decides.
 * @param {Profile} profile
 * @param {Pick<File, "name" | "type">} file
 */
function allows(profile, file) {
    const declared = file.type.split(";")[0].trim().toLowerCase();
    const type = ALIASES.get(declared) ?? declared;
    if (type !== "" && type !== "application/octet-stream") {
        return profile.types.some((allowed) => covers(allowed, type));
    }
    const extensions = profile.extensions ?? [];
    const name = file.name.toLowerCase();
    return extensions.length === 0 || extensions.some((end) => name.endsWith(end.toLowerCase()));
}

/**
 * @param {string} allowed a type, or a pattern such as `image/*`
 * @param {string} type
 */
function covers(allowed, type) {
    return allowed.endsWith("/*") ? type.startsWith(allowed.slice(0, -1)) : allowed === type;
}
