/**
 * The files of a drop, those inside of folders too. Finder's and Explorer's own hidden files are
 * left out.
 * @param {DataTransfer} transfer
 * @returns {Promise<File[]>}
 */
export async function filesOf(transfer) {
    // read at once: the items are gone after the first await
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.());
    const plain = [...transfer.files];
    if (!entries.some((entry) => entry?.isDirectory)) return plain;
    const found = await Promise.all(entries.map((entry) => (entry ? inside(entry) : [])));
    return found.flat().filter(({ name }) => !name.startsWith(".") && name !== "Thumbs.db");
}

/**
 * @param {FileSystemEntry} entry
 * @returns {Promise<File[]>}
 */
async function inside(entry) {
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
        files.push(...(await Promise.all(some.map(inside))).flat());
    }
}
