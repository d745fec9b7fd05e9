import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const server = process.env.SLIPWAY_URL ?? "http://localhost:8080";
const source = (name) => fileURLToPath(new URL(`../client/src/${name}.ts`, import.meta.url));

export default defineConfig({
    base: "./",
    plugins: [react()],
    resolve: {
        // the client as it stands beside this example; elsewhere it is a package like any other
        alias: { "@slipway/client/react": source("react"), "@slipway/client": source("index") },
        dedupe: ["react"],
    },
    server: {
        proxy: Object.fromEntries(["/api", "/uppy", "/media"].map((path) => [path, server])),
        fs: { allow: [".."] },
    },
});
