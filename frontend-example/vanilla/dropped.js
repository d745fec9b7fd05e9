/**
 * The files of a drop, those inside of folders too, and the names of those that cannot be read.
 * Finder's and Explorer's own hidden files are left out.
 * @param {DataTransfer} transfer
 * @returns {Promise<{files: File[], unread: string[]}>}
 */
export async function filesOf(transfer) {
    // read at once: the items are gone after the first await
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.());
    const plain = [...transfer.files];
    /** @type {string[]} */
    const unread = [];
    if (!entries.some((entry) => entry?.isDirectory)) return { files: plain, unread };
    const found = await Promise.all(entries.map((entry) => (entry ? inside(entry, unread) : [])));
    return { files: found.flat().filter(({ name }) => !name.startsWith(".") && name !== "Thumbs.db"), unread };
}

/**
 * @param {FileSystemEntry} entry
 * @param {string[]} unread
 * @returns {Promise<File[]>}
 */
async function inside(entry, unread) {
    try {
        return await read(entry, unread);
    } catch {
        unread.push(entry.name);
        return [];
    }
}

/**
 * @param {FileSystemEntry} entry
 * @param {string[]} unread
 * @returns {Promise<File[]>}
 */
async function read(entry, unread) {
    if (entry.isFile) {
        const file = /** @type {FileSystemFileEntry} */ (entry);
        return [await new Promise((resolve, reject) => file.file(resolve, reject))];
    }
    const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
    /** @type {File[]} */
    const files = [];
    for (;;) {
        /** @type {FileSystemEntry[]} */
        const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
        if (some.length === 0) return files; // a reader answers a hundred at a time
        files.push(...(await Promise.all(some.map((one) => inside(one, unread)))).flat());
    }
}
