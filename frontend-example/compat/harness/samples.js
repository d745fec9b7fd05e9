import { rmSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { sha256 } from "./slipway.js";

/** What Playwright's `setInputFiles` takes. */
const file = (name, mimeType, buffer) => ({ name, mimeType, buffer });

/** So many bytes of text, different for each seed. */
export const text = (name, bytes, seed = name) => {
    const line = `${seed}: the quick brown fox jumps over the lazy dog.\n`;
    return file(name, "text/plain", Buffer.alloc(bytes, line));
};

/** A picture of stripes. */
export const png = (name, width, height) => {
    const rows = Buffer.alloc(height * (1 + width * 3));
    for (let y = 0; y < height; y++) rows.fill((y * 7) % 256, y * (1 + width * 3) + 1, (y + 1) * (1 + width * 3));
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header.set([8, 2], 8);
    const chunk = (type, data) => {
        const body = Buffer.concat([Buffer.from(type), data]);
        const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
        length.writeUInt32BE(data.length);
        sum.writeUInt32BE(crc32(body));
        return Buffer.concat([length, body, sum]);
    };
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const chunks = [chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
    return file(name, "image/png", Buffer.concat([signature, ...chunks]));
};

/** A page that calls itself a picture. */
export const lie = (name) => file(name, "image/png", Buffer.from("<html>not a picture</html>"));

/** The same for `setInputFiles`, which takes large ones faster from a disk than through its own pipe. */
export const toChoose = async (files) => {
    if (files.every(({ buffer }) => buffer.length < 1 << 20)) return files;
    const folder = await mkdtemp(join(tmpdir(), "slipway-files-"));
    process.once("exit", () => rmSync(folder, { recursive: true }));
    const paths = files.map(({ name }) => join(folder, name));
    await Promise.all(files.map(({ buffer }, at) => writeFile(paths[at], buffer)));
    return paths;
};

/** `[name, sha256]`, as `Person.files` answers. */
export const summed = (...files) => files.map(({ name, buffer }) => [name, sha256(buffer)]).sort();
