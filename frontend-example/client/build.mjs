// Builds dist/ for bundlers, and the files that pages without a build step load. With --check it only
// tells whether the copies of those that are kept beside the pages are what this build makes.
import { build } from "esbuild";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { minify } from "terser";

const KIB = 1024;
const COPIES = { "../vanilla/slipway.js": "src/page.ts", "../vanilla/hash.worker.js": "src/hash.worker.ts" };
/** Modules that most uploads never need, which come when they do. */
const LATER = ["explain", "hash", "parts", "profile", "resume", "settle"].map((name) => `./${name}.js`);

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const zipped = (bytes) => gzipSync(bytes, { level: 9 }).length;
/** In one file nothing comes later, so what its modules would wait for they simply import. */
const together = {
    name: "together",
    setup: ({ onLoad }) =>
        onLoad({ filter: /src.*\.ts$/ }, async ({ path }) => {
            let contents = await readFile(path, "utf8");
            for (const [waited, module] of contents.matchAll(/import\("\.\/(\w+)\.js"\)/g)) {
                contents = `import * as later_${module} from "./${module}.js"; ${contents.replace(waited, `later_${module}`)}`;
            }
            return { contents, loader: "ts" };
        }),
};
const common = { bundle: true, minify: true, format: "esm", target: "es2022" };

const fresh = {};
for (const [copy, source] of Object.entries(COPIES)) fresh[copy] = await single(source, { plugins: [together] });
const core = await single("src/index.ts", { external: LATER });
const sizes = [
    ["core", zipped(core), 3 * KIB],
    ["everything", Object.values(fresh).reduce((sum, bytes) => sum + zipped(bytes), 0), 6 * KIB],
];
for (const [what, bytes, most] of sizes) {
    console.log(`${what}: ${bytes} of ${most} bytes, minified and gzipped`);
    if (bytes > most) fail(`${what} has grown too large`);
}

if (process.argv.includes("--check")) {
    for (const [copy, bytes] of Object.entries(fresh)) {
        if ((await readFile(at(copy), "utf8")) !== bytes) {
            fail(`${copy} is not what the sources make: run \`npm run build\` and commit it`);
        }
    }
} else {
    for (const [copy, bytes] of Object.entries(fresh)) await writeFile(at(copy), bytes);
    const entryPoints = ["index", "element", "react", "hash.worker"].map((name) => at(`src/${name}.ts`));
    await build({ ...common, entryPoints, outdir: at("dist"), splitting: true, sourcemap: true, external: ["react"] });
}

async function single(source, options) {
    const { outputFiles } = await build({ ...common, ...options, entryPoints: [at(source)], write: false });
    const { code } = await minify(outputFiles[0].text, { module: true, ecma: 2020, compress: { passes: 4 } });
    return code;
}

function fail(message) {
    console.error(message);
    process.exit(1);
}
