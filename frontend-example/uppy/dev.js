// One server for each version: Vite prepares a package only once for all pages of a server.
import { createServer } from "vite";

const port = Number(process.env.PORT ?? 5173);
for (const [at, version] of [5, 6].entries()) {
    const server = await createServer({
        configFile: "vite.config.js",
        root: `uppy${version}`,
        optimizeDeps: { entries: "index.html" },
        server: { port: port + at },
    });
    await server.listen();
    console.log(`Uppy ${version}: ${server.resolvedUrls.local[0]}`);
}
