import { execFile } from "node:child_process";
import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { url as slipway } from "./slipway.js";

/** The origin of the pages; `slipway.cors.origins` has to name it. */
export const origin = process.env.PAGES_ORIGIN ?? "http://localhost:5199";

const here = (path) => fileURLToPath(new URL(`../${path}/`, import.meta.url));
const TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
};
const ended = [];

/** Builds the example of this name as its users do, and answers where its pages are. */
export const built = async (example) => {
    const folder = await mkdtemp(join(tmpdir(), "slipway-page-"));
    ended.push(() => rm(folder, { recursive: true }));
    await promisify(execFile)(process.execPath, ["node_modules/vite/bin/vite.js", "build", "--outDir", folder], {
        cwd: here(`../${example}`),
        env: { ...process.env, VITE_SLIPWAY_URL: slipway },
    });
    return folder;
};

/** A folder of the harness itself: its own pages, or what npm has brought. */
export const own = (path) => here(path);

/**
 * Serves folders as `{path: folder}`. What an example's development server passes on to the server
 * goes there from here too, and nothing else: the rest has to do with CORS.
 */
export const serve = async (folders) => {
    const server = createServer(async (asked, answer) => {
        const { pathname } = new URL(asked.url, origin);
        if (/^\/(api|media|uppy)\//.test(pathname)) return pass(asked, answer);
        const [path, folder] = Object.entries(folders).find(([path]) => pathname.startsWith(path)) ?? [];
        const file = path && join(folder, decodeURIComponent(pathname.slice(path.length)) || "index.html");
        const known = file && (await stat(file).catch(() => undefined));
        if (!known?.isFile()) return answer.writeHead(404).end();
        answer.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
        createReadStream(file).pipe(answer);
    });
    await new Promise((begun, failed) =>
        server.once("error", failed).listen(new URL(origin).port, "localhost", begun),
    );
    ended.push(() => {
        server.closeAllConnections();
        return new Promise((closed) => server.close(closed));
    });
};

export const close = () => Promise.all(ended.splice(0).map((end) => end()));

const pass = (asked, answer) => {
    const { method, headers } = asked;
    const passed = request(new URL(asked.url, slipway), { method, headers }, (answered) => {
        answer.writeHead(answered.statusCode, answered.headers);
        answered.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    answer.on("close", () => passed.destroy());
    asked.pipe(passed);
};
