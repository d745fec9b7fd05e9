import { hash } from "./hash.js";

/** Reads and digests a file away from the page's own thread. */
onmessage = async ({ data }) => {
    try {
        postMessage(await hash(data));
    } catch {
        postMessage(undefined);
    }
};
