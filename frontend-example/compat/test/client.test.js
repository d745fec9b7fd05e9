import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { isDelivery, quit, visit } from "../harness/browser.js";
import { close, own, serve } from "../harness/site.js";

/** Uploads text by the client's own calls; answers the file, or what its error tells. */
const upload = ({ page }, words, { type = "text/plain", times = 1, checksum, ...options } = {}) =>
    page.evaluate(
        async ([words, type, times, checksum, options]) => {
            const { createUploader } = await import("/slipway.js");
            const { token } = await (await fetch("/api/dev/token", { method: "POST" })).json();
            const file = new File([words.repeat(times)], `${words}.txt`, { type });
            const uploader = createUploader({ token, checksum });
            return uploader.upload(file, options).then(null, ({ code, status }) => ({ code, status }));
        },
        [words, type, times, checksum, options],
    );
const once = (answer) => {
    let asked = 0;
    return (route) => (asked++ ? route.continue() : answer(route));
};

describe("The client by itself", { concurrency: 4 }, () => {
    before(() => serve({ "/": own("../vanilla") }));
    after(quit);
    after(close);

    it("D113: the client asks once more for its limits when the server is busy", async (test) => {
        const visitor = await visit(test, "/form.html");
        await visitor.page.route("**/api/profiles", once((route) => route.fulfill({ status: 503 })));
        assert.equal((await upload(visitor, "limits")).state, "finished");
    });

    it("D113: the client brings the bytes once more when the storage has waited too long for them", async (test) => {
        const visitor = await visit(test, "/form.html");
        const body = "<Error><Code>RequestTimeout</Code><Message>Your socket connection was idle.</Message></Error>";
        const headers = { "access-control-allow-origin": "*" };
        await visitor.page.route(isDelivery, once((route) => route.fulfill({ status: 400, headers, body })));
        assert.equal((await upload(visitor, "bytes")).state, "finished");
    });

    it("D110: the client brings each part with its SHA-256, and a damaged one again", async (test) => {
        const visitor = await visit(test, "/form.html");
        const body = "<Error><Code>BadDigest</Code><Message>It did not match what we received.</Message></Error>";
        const headers = { "access-control-allow-origin": "*" };
        await visitor.page.route(isDelivery, once((route) => route.fulfill({ status: 400, headers, body })));

        const { state } = await upload(visitor, "part ", { times: 1_200_000, checksum: "sha256" });

        assert.equal(state, "finished");
        const sums = visitor.deliveries.map((delivery) => delivery.headers()["x-amz-checksum-sha256"]);
        assert.deepEqual([sums.length, new Set(sums).size, sums.includes(undefined)], [3, 2, false]);
    });

    it("D114: the client has a code and a status for what the storage refuses with XML", async (test) => {
        const visitor = await visit(test, "/form.html");
        const body = "<Error><Code>EntityTooLarge</Code><Message>Your proposed upload is too large.</Message></Error>";
        const headers = { "access-control-allow-origin": "*" };
        await visitor.page.route(isDelivery, (route) => route.fulfill({ status: 400, headers, body }));
        const removed = visitor.page.waitForResponse((response) => response.request().method() == "DELETE");
        assert.deepEqual(await upload(visitor, "large"), { code: "too_large", status: 400 });
        await removed;
        assert.deepEqual(await visitor.person.rows(), []);
    });

    it("D113: the client asks once more when an answer breaks off", async (test) => {
        const visitor = await visit(test, "/form.html");
        await visitor.page.route("**/direct/start", once((route) => route.fulfill({ status: 201, body: '{"id": "0' })));
        assert.equal((await upload(visitor, "answer")).state, "finished");
        assert.equal((await visitor.person.rows()).length, 1);
    });

    it("D98: the client replaces what a file of any profile has", async (test) => {
        const visitor = await visit(test, "/form.html");
        const { id } = await upload(visitor, "first", { profile: "brief" });
        await upload(visitor, "second", { replaces: id });
        const [{ url }] = await visitor.person.rows("state=finished");
        assert.equal(await (await fetch(url)).text(), "second");
    });

    it("D109: the client leaves to the server what a profile of any type allows", async (test) => {
        const visitor = await visit(test, "/form.html");
        await visitor.page.route("**/api/profiles", async (route) => {
            const response = await route.fetch();
            const { items } = await response.json();
            const any = items.map((profile) => ({ ...profile, types: ["*/*"], extensions: [] }));
            await route.fulfill({ response, json: { items: any } });
        });
        assert.equal((await upload(visitor, "anything")).state, "finished");
        assert.deepEqual(await upload(visitor, "program", { type: "application/x-msdownload" }), { code: "type_not_allowed", status: 422 });
    });
});
