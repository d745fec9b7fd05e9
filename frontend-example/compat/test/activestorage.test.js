import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { looks, quit, visit } from "../harness/browser.js";
import { png, summed, text } from "../harness/samples.js";
import { close, own, serve } from "../harness/site.js";
import { url } from "../harness/slipway.js";

const open = (test) => visit(test, `/activestorage.html?server=${encodeURIComponent(url)}`);
const choose = async ({ page }, file) => {
    await page.locator("input:enabled").setInputFiles(file);
    await page.getByText(/signed_id|Refused/).waitFor();
    return page.getByRole("status").textContent();
};
const SCRIPT = "node_modules/@rails/activestorage/app/assets/javascripts";

describe("An unmodified DirectUpload of Active Storage", { concurrency: 4 }, () => {
    before(() => serve({ "/activestorage/": own(SCRIPT), "/": own("pages") }));
    after(quit);
    after(close);

    for (const file of [png("photo.png", 300, 200), text("a b+é🙂.txt", 3 << 20)]) {
        it(`D20: DirectUpload puts ${file.name} into the storage, and the application finishes with the signed id`, async (test) => {
            const visitor = await open(test);

            const said = await choose(visitor, file);
            const stored = await visitor.person.finish(said.replace("signed_id: ", ""));

            assert.equal(stored.state, "finished");
            assert.deepEqual(await visitor.person.files(), summed(file));
            assert.equal(await visitor.page.locator("progress").getAttribute("value"), "1");
            const [delivery] = visitor.deliveries;
            assert.equal(delivery.method(), "PUT");
            assert.ok(delivery.headers()["content-md5"]);
            visitor.assertClean();
        });
    }

    it("D20: DirectUpload is refused a type that is not allowed", async (test) => {
        const visitor = await open(test);
        const tool = { ...text("tool.exe", 10), mimeType: "application/x-msdownload" };
        assert.match(await choose(visitor, tool), /^Refused: .*422/);
        assert.deepEqual(visitor.deliveries, []);
    });

    looks("the page of DirectUpload can be read by machines", async (test) => (await open(test)).assertAccessible());
});
