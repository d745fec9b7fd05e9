const UNITS = ["bytes", "KB", "MB", "GB", "TB"];

/** Bytes in words, such as "4.3 MB", in steps of 1024. */
export const size = (bytes: number): string => {
    const step = bytes < 1024 ? 0 : Math.min(4, Math.floor(Math.log2(bytes) / 10));
    const value = bytes / 1024 ** step;
    const digits = !step || value >= 100 || Number.isInteger(value) ? 0 : 1;
    return `${value.toFixed(digits)} ${bytes == 1 ? "byte" : UNITS[step]}`;
};
