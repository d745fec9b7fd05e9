const MOST = 64 << 20;

/**
 * The SHA-256 of a file in base64, from a worker. Undefined where that cannot be had: above 64 MiB,
 * because browsers digest whole buffers only, and on pages that are not secure.
 */
export const sha256 = async (file: Blob): Promise<string | undefined> => {
    if (file.size > MOST || !globalThis.crypto?.subtle) return undefined;
    const digest = await new Promise<ArrayBuffer | undefined>((resolve) => {
        const worker = new Worker(new URL("./hash.worker.js", import.meta.url), { type: "module" });
        const end = (result?: ArrayBuffer) => {
            worker.terminate();
            resolve(result);
        };
        worker.onmessage = ({ data }) => end(data);
        // where a policy forbids workers
        worker.onerror = () => end();
        worker.postMessage(file);
    }).catch(() => undefined);
    const bytes = digest ?? (await hash(file).catch(() => undefined)); // unreadable: the transfer says so
    return bytes && btoa(String.fromCharCode(...new Uint8Array(bytes)));
};

export const hash = async (file: Blob): Promise<ArrayBuffer> =>
    crypto.subtle.digest("SHA-256", await file.arrayBuffer());
