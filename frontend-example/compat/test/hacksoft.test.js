import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { looks, quit, visit } from "../harness/browser.js";
import { lie, png, summed, text } from "../harness/samples.js";
import { close, own, serve } from "../harness/site.js";
import { url } from "../harness/slipway.js";

const open = (test) => visit(test, `/hacksoft.html?server=${encodeURIComponent(url)}`);
const choose = async ({ page }, file) => {
    await page.locator("input:enabled").setInputFiles(file);
    await page.getByText(/completed|Refused/).waitFor();
    return page.getByRole("status").textContent();
};

describe("The three steps of HackSoft's page", { concurrency: 4 }, () => {
    before(() => serve({ "/axios/": own("node_modules/axios/dist/esm"), "/": own("pages") }));
    after(quit);
    after(close);

    for (const file of [png("photo.png", 300, 200), text("a b+é🙂.txt", 100_000)]) {
        it(`D1 D2 D107: the three steps of HackSoft make a file of ${file.name}, with one request for the bytes and no token on it`, async (test) => {
            const visitor = await open(test);

            const said = await choose(visitor, file);

            assert.match(said, /^File upload completed: http/);
            assert.deepEqual(await visitor.person.files(), summed(file));
            assert.equal(visitor.deliveries.length, 1);
            visitor.assertClean();
        });
    }

    it("D13: the three steps of HackSoft end with the server's words where the content is not what was said", async (test) => {
        const visitor = await open(test);
        assert.match(await choose(visitor, lie("page.png")), /^Refused: The content .*html/);
        assert.deepEqual(await visitor.person.files(), []);
    });

    it("D27: the three steps of HackSoft do not begin with a type that is not allowed", async (test) => {
        const visitor = await open(test);
        const tool = { ...text("tool.exe", 10), mimeType: "application/x-msdownload" };
        assert.match(await choose(visitor, tool), /^Refused: The profile .* takes .*, not application\/x-msdownload/);
        assert.deepEqual(visitor.deliveries, []);
    });

    looks("the page of the three steps can be read by machines", async (test) => (await open(test)).assertAccessible());
});
