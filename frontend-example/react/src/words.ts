/** Bytes in words, in steps of 1024 as the limits are. */
export const size = (bytes: number): string => {
    const step = bytes < 1024 ? 0 : bytes < 1 << 20 ? 1 : bytes < 1 << 30 ? 2 : 3;
    const value = bytes / 1024 ** step;
    return `${value.toLocaleString("en", { maximumFractionDigits: value < 100 ? 1 : 0 })} ${["bytes", "KB", "MB", "GB"][step]}`;
};

export const files = (count: number): string => (count == 1 ? "1 file" : `${count} files`);

/** A media type, or a pattern of them, as people call it. */
export const kind = (type: string): string => {
    const [main, sub] = type.split("/");
    return sub == "*" ? `any ${main}` : main == "text" ? "text" : sub!.toUpperCase();
};
