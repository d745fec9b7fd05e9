import { defineConfig } from "vite";

const server = process.env.SLIPWAY_URL ?? "http://localhost:8080";

export default defineConfig({
    base: "./",
    build: { target: "es2022", rollupOptions: { input: ["index.html", "uppy5/index.html", "uppy6/index.html"] } },
    server: { proxy: Object.fromEntries(["/api", "/uppy/", "/media"].map((path) => [path, server])) },
});
