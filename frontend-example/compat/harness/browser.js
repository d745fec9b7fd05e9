import axe from "axe-core";
import assert from "node:assert/strict";
import { it } from "node:test";
import { chromium } from "playwright-core";
import { origin } from "./site.js";
import { Person } from "./slipway.js";

/** Milliseconds for whatever a page has to do. */
export const PATIENCE = 60_000;

/** A test of what a page looks like, which is the same with any storage: seen once is enough. */
export const looks = process.env.PAGES_LOOKS == "0" ? () => {} : it;

/** Whether something is asked of the storage, of either kind. */
export const isDelivery = (url) => /\/direct\/local\/|slipway-test/.test(`${url}`);

let browser;
const running = () =>
    (browser ??= chromium.launch({
        executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium-headless-shell",
        args: [
            // the pages are our own, and containers often forbid Chromium's sandbox
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
        ],
    }));

export const quit = async () => (await browser)?.close();

/**
 * Opens a page for one test, in the name of somebody new: whatever name the page signs in with, the
 * token is that person's. It is closed with the test.
 */
export const visit = async (test, path, options = {}) => {
    const context = await (await running()).newContext({ locale: "en-GB", reducedMotion: "reduce", ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const visitor = new Visit(page);
    test.after(() => context.close());
    await page.addInitScript(signedIn, await visitor.person.token);
    await page.goto(`${new URL(path, origin)}`);
    return visitor;
};

/** Not by a route of Playwright's: every body of the page would have to take it, too. */
const signedIn = (token) => {
    const { fetch } = globalThis;
    globalThis.fetch = async (url, init) =>
        `${url}`.endsWith("/api/dev/token") ? Response.json({ token, expires_in: 3600 }) : fetch(url, init);
};

class Visit {
    person = new Person();
    errors = [];
    requests = [];

    constructor(page) {
        this.page = page;
        page.on("pageerror", (error) => this.errors.push(error));
        page.on("request", (request) => this.requests.push(request));
    }

    /** What has brought bytes: forms and PUTs, to whichever storage. */
    get deliveries() {
        return this.requests.filter((request) => {
            const type = request.headers()["content-type"] ?? "";
            return request.method() == "PUT" || type.startsWith("multipart/form-data");
        });
    }

    /** Nothing was thrown, and no delivery carried a token or a cookie. */
    assertClean() {
        assert.deepEqual(this.errors, []);
        for (const delivery of this.deliveries) {
            const { authorization, cookie } = delivery.headers();
            assert.deepEqual({ authorization, cookie }, { authorization: undefined, cookie: undefined });
        }
    }

    /** axe-core finds nothing wrong with the page as it stands, but perhaps with what is not ours to mend. */
    async assertAccessible(...foreign) {
        await this.page.evaluate(axe.source);
        const { violations } = await this.page.evaluate((exclude) => globalThis.axe.run({ exclude }), foreign);
        const words = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html)}`);
        assert.deepEqual(words, []);
    }

    /** Lets bytes leave at so many a second; 0 is full speed. */
    uploadAt(bytesPerSecond) {
        return this.#network(false, bytesPerSecond || -1);
    }

    goOffline() {
        return this.#network(true, -1);
    }

    async #network(offline, uploadThroughput) {
        this.#devtools ??= await this.page.context().newCDPSession(this.page);
        await this.#devtools.send("Network.enable");
        const conditions = { offline, latency: 0, downloadThroughput: -1, uploadThroughput };
        await this.#devtools.send("Network.emulateNetworkConditions", conditions);
    }
    #devtools;

    /** Every distinct value that an attribute takes from now on, in order; read it at the end. */
    async record(selector, attribute) {
        await this.page.evaluate(
            ([selector, attribute]) => {
                const seen = ((globalThis.recorded ??= {})[selector + attribute] = []);
                new MutationObserver(() => {
                    const value = document.querySelector(selector)?.getAttribute(attribute);
                    if (value && seen.at(-1) != value) seen.push(value);
                }).observe(document, { subtree: true, childList: true, attributes: true });
            },
            [selector, attribute],
        );
        return () => this.page.evaluate((name) => globalThis.recorded[name], selector + attribute);
    }

    /** Drops files as a mouse would; `selector` is where it lets go. */
    async drop(selector, ...files) {
        const transfer = await this.page.evaluateHandle((files) => {
            const transfer = new DataTransfer();
            for (const { name, mimeType, base64 } of files) {
                const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
                transfer.items.add(new File([bytes], name, { type: mimeType }));
            }
            return transfer;
        }, files.map(({ buffer, ...file }) => ({ ...file, base64: buffer.toString("base64") })));
        for (const type of ["dragenter", "dragover", "drop"]) {
            await this.page.dispatchEvent(selector, type, { dataTransfer: transfer });
        }
    }
}
