import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { isDelivery, looks, quit, visit } from "../harness/browser.js";
import { lie, png, summed, text, toChoose } from "../harness/samples.js";
import { built, close, serve } from "../harness/site.js";

const open = async (test, version, options) => {
    const visitor = await visit(test, `/uppy${version}/index.html`, options);
    await visitor.page.getByRole("button", { name: "browse files" }).waitFor();
    return visitor;
};
const choose = async ({ page }, ...files) => {
    await page.locator("input[type=file]").first().setInputFiles(await toChoose(files));
    await page.getByRole("button", { name: /^Upload \d/ }).click();
};
const complete = ({ page }) => page.getByText("Complete", { exact: true }).waitFor();
const failed = ({ page }) => page.getByText("Upload failed").waitFor();

before(async () => serve({ "/": await built("uppy") }));
after(quit);
after(close);

for (const version of [5, 6]) {
    describe(`An unmodified Uppy ${version}`, { concurrency: 4 }, () => {
        it(`D15: Uppy ${version} brings files in one piece`, async (test) => {
            const visitor = await open(test, version);
            const files = [png("photo.png", 300, 200), text("a b+é🙂.txt", 1000)];
            await choose(visitor, ...files);
            await complete(visitor);

            assert.deepEqual(await visitor.person.files(), summed(...files));
            assert.deepEqual(visitor.deliveries.map((delivery) => delivery.method()), ["POST", "POST"]);
            visitor.assertClean();
        });

        it(`D23: Uppy ${version} brings a file in parts`, async (test) => {
            const visitor = await open(test, version);
            const large = text("large.txt", 6 << 20);
            await choose(visitor, large);
            await complete(visitor);

            assert.deepEqual(await visitor.person.files(), summed(large));
            assert.deepEqual(visitor.deliveries.map((delivery) => delivery.method()), ["PUT", "PUT"]);
            visitor.assertClean();
        });

        for (const [pieces, bytes] of [["one piece", 1000], ["parts", 6 << 20]]) {
            it(`D113: Uppy ${version} tries again what was refused, in ${pieces}`, async (test) => {
                const visitor = await open(test, version);
                await visitor.page.route(isDelivery, (route) => route.fulfill({ status: 403, headers: OPEN }));
                const file = text("again.txt", bytes);
                await choose(visitor, file);
                await failed(visitor);

                await visitor.page.unroute(isDelivery);
                await visitor.page.getByRole("button", { name: "Retry upload", exact: true }).first().click();
                await complete(visitor);

                assert.deepEqual(await visitor.person.files(), summed(file));
            });
        }

        it(`D14 D23: Uppy ${version} cancels a file in parts, and nothing of it stays`, async (test) => {
            const visitor = await open(test, version);
            await visitor.uploadAt(1 << 20);
            const begun = visitor.page.waitForRequest((request) => request.method() == "PUT");
            await choose(visitor, text("gone.txt", 6 << 20));
            await begun;
            assert.equal((await visitor.person.rows()).length, 1);

            const ended = visitor.page.waitForResponse((response) => response.request().method() == "DELETE");
            await visitor.page.locator(".uppy-StatusBar").getByRole("button", { name: "Cancel" }).click();

            assert.equal((await ended).status(), 200);
            assert.deepEqual(await visitor.person.rows(), []);
        });

        it(`D109: Uppy ${version} is told beforehand what it may bring`, async (test) => {
            const visitor = await open(test, version);
            const files = [{ ...text("tool.exe", 10), mimeType: "application/x-msdownload" }, text("empty.txt", 0)];
            for (const file of files) await visitor.page.locator("input[type=file]").first().setInputFiles(file);

            await visitor.page.getByText(/You can only upload: image\/jpeg/).first().waitFor();
            await visitor.page.getByText(/smaller than the allowed size/).first().waitFor();
            assert.equal(await visitor.page.getByRole("button", { name: /^Upload \d/ }).count(), 0);
        });

        for (const [pieces, shouldBe] of [["one piece", lie("page.png")], ["parts", { ...lie("page.png"), buffer: Buffer.alloc(6 << 20, "<html>") }]]) {
            it(`D13: Uppy ${version} is refused what is not what it says, in ${pieces}`, async (test) => {
                const visitor = await open(test, version);
                await choose(visitor, shouldBe);
                await failed(visitor);
                assert.deepEqual(await visitor.person.files(), []);
            });
        }

        it(`D27: Uppy ${version} is refused a type that it was not told of`, async (test) => {
            const visitor = await visit(test, "/index.html");
            await visitor.page.route("**/api/profiles", async (route) => {
                const response = await route.fetch();
                const { items } = await response.json();
                for (const profile of items) profile.types.push("application/x-msdownload");
                await route.fulfill({ response, json: { items } });
            });
            await visitor.page.getByRole("link", { name: `Uppy ${version}` }).click();
            await choose(visitor, { ...text("tool.exe", 10), mimeType: "application/x-msdownload" });
            await failed(visitor);

            assert.deepEqual(visitor.deliveries, []);
            assert.deepEqual(await visitor.person.rows(), []);
        });

        looks(`Uppy ${version} needs no mouse`, async (test) => {
            const { page, person } = await open(test, version);
            const dialogue = page.waitForEvent("filechooser");
            await page.getByRole("button", { name: "browse files" }).focus();
            await page.keyboard.press("Enter");
            const file = text("kept.txt", 10);
            await (await dialogue).setFiles(file);
            await page.getByRole("button", { name: "Upload 1 file" }).focus();
            await page.keyboard.press("Enter");
            await complete({ page });
            assert.deepEqual(await person.files(), summed(file));
        });

        for (const colorScheme of ["light", "dark"]) {
            looks(`Uppy ${version} can be read by machines and by people, in ${colorScheme} colours`, async (test) => {
                const visitor = await open(test, version, { colorScheme, viewport: { width: 390, height: 844 } });
                await visitor.assertAccessible(".uppy-Dashboard-poweredBy");
                await choose(visitor, png("photo.png", 300, 200));
                await complete(visitor);
                await visitor.assertAccessible(".uppy-Dashboard-Item");
                assert.equal(await visitor.page.evaluate(() => document.documentElement.scrollWidth), 390);
            });
        }
    });
}

const OPEN = { "access-control-allow-origin": "*" };
