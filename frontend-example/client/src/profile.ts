import { UploadError } from "./errors.js";
import type { Profile } from "./types.js";
import { size } from "./words.js";

/** Throws before a byte is sent what the server would refuse anyway; it has the last word. */
export const check = (file: File, profiles: Profile[], name?: string): void => {
    const profile = profiles.find((one) => one.name == name);
    if (!profile) return;
    const refuse = (code: string, message: string, figures?: Record<string, unknown>) => {
        throw new UploadError(code, message, 0, false, figures);
    };
    const { max_size: limit, types } = profile;
    if (!file.size) refuse("empty_file", "The file is empty.");
    if (file.size > limit) {
        const words = `Too large: ${size(file.size)}, the limit is ${size(limit)}.`;
        refuse("too_large", words, { size: file.size, limit });
    }
    if (!allows(profile, file)) {
        const words = `This type of file is not accepted. Allowed: ${types.join(", ")}.`;
        refuse("type_not_allowed", words, { file_type: file.type, allowed: types });
    }
};

/** The value of an input's `accept`, so that the file dialogue shows what may be chosen. */
export const accept = ({ types, extensions }: Profile): string => [...types, ...extensions].join();

/** Browsers know no type for some files (HEIC), and another name for some: then the ending decides. */
const allows = ({ types, extensions }: Profile, { name, type }: File) =>
    types.some((allowed) => type.startsWith(allowed.replace(/(\*\/)?\*$/, ""))) ||
    (extensions.length ? extensions.some((end) => name.toLowerCase().endsWith(end)) : /^$|octet/.test(type));
