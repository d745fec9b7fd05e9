import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { looks, quit, visit } from "../harness/browser.js";
import { lie, png, summed, text } from "../harness/samples.js";
import { close, own, serve } from "../harness/site.js";

const file = ({ page }, name) => page.locator(`[data-name="${name}"]`);
const become = (visitor, state, ...names) =>
    Promise.all(names.map((name) => file(visitor, name).and(visitor.page.locator(`[data-state=${state}]`)).waitFor()));
const open = async (test, options) => {
    const visitor = await visit(test, "/", options);
    await visitor.page.locator("main[aria-busy=false]").waitFor();
    return visitor;
};

describe("The page without a build step", { concurrency: 4 }, () => {
    before(() => serve({ "/": own("../vanilla") }));
    after(quit);
    after(close);

    it("D106: the page brings equal files and odd names", async (test) => {
        const visitor = await open(test);
        const twin = text("twin.txt", 1000);
        const files = [text("a b+é🙂.png.txt", 2000), png("%41 #1.png", 20, 20), text("no ending", 10), twin];
        await visitor.page.locator("#files").setInputFiles([...files, { ...twin, name: "other twin.txt" }]);
        await become(visitor, "ready", ...files.map(({ name }) => name), "other twin.txt");

        assert.deepEqual(await visitor.person.files(), summed(...files, { ...twin, name: "other twin.txt" }));
        visitor.assertClean();
    });

    looks("D109: the page needs no mouse", async (test) => {
        const visitor = await open(test);
        const { page } = visitor;
        const dialogue = page.waitForEvent("filechooser");
        await page.getByRole("button", { name: "Switch" }).focus();
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await (await dialogue).setFiles([lie("page.png"), text("kept.txt", 10)]);
        await become(visitor, "failed", "page.png");
        await become(visitor, "ready", "kept.txt");

        await page.getByRole("button", { name: "Remove page.png" }).focus();
        await page.keyboard.press("Enter");

        // the next row's first control has the focus then
        assert.equal(await page.evaluate(() => document.activeElement.closest("li")?.dataset.name), "kept.txt");
        visitor.assertClean();
    });

    for (const colorScheme of ["light", "dark"]) {
        looks(`D109: the page can be read by machines and by people, in ${colorScheme} colours, in every state`, async (test) => {
            const visitor = await open(test, { colorScheme, viewport: { width: 390, height: 844 } });
            const { page } = visitor;
            await page.getByText("Image options").click();
            await visitor.assertAccessible();
            await visitor.uploadAt(100_000);
            await page.locator("#files").setInputFiles([text("slow.txt", 1 << 20), text("empty.txt", 0)]);
            await file(visitor, "slow.txt").getByText(/^\d+ % of 1 MB/).waitFor();
            await visitor.assertAccessible();
            assert.match(
                await file(visitor, "slow.txt").ariaSnapshot(),
                /listitem:[^]*slow\.txt[^]*uploading \d+ % of 1 MB[^]*progressbar "Uploading slow.txt"[^]*button "Pause slow.txt"[^]*button "Cancel slow.txt"/,
            );
            await visitor.goOffline();
            await file(visitor, "slow.txt").getByText("waiting for a connection").waitFor();
            await visitor.uploadAt(0);
            await become(visitor, "ready", "slow.txt");
            await page.locator("#files").setInputFiles([png("picture.png", 600, 400)]);
            await become(visitor, "ready", "picture.png");
            await page.locator(".picture a img").waitFor();
            await visitor.assertAccessible();
            assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
        });
    }

    it("D109: the page leaves to a text field what is pasted into it", async (test) => {
        const visitor = await open(test);
        const paste = (selector) =>
            visitor.page.evaluate((selector) => {
                const clipboardData = new DataTransfer();
                clipboardData.items.add(new File(["x"], "pasted.txt", { type: "text/plain" }));
                const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
                return document.querySelector(selector).dispatchEvent(event);
            }, selector);

        assert.ok(await paste("#account input"), "left alone");
        assert.equal(await paste("main"), false);

        await become(visitor, "ready", "pasted.txt");
        assert.equal((await visitor.person.rows()).length, 1);
    });

    it("D111: a plain form submits all that its inputs of one name have, and its bar never goes back", async (test) => {
        const visitor = await visit(test, "/form.html");
        const { page } = visitor;
        await page.evaluate(() => {
            const more = '<input aria-label="More" type="file" name="paper"><input type="hidden" name="paper" value="kept">';
            document.querySelector("#papers").insertAdjacentHTML("afterend", more);
            sessionStorage.told = "";
            addEventListener("progress", ({ detail }) => (sessionStorage.told += `${detail.progress} `));
        });
        await visitor.uploadAt(200_000);
        await page.getByLabel("Title").fill("Harbour");
        await page.getByLabel("Picture").setInputFiles([png("picture.png", 300, 200)]);
        await page.getByLabel("Papers").setInputFiles([text("slow.txt", 300_000)]);
        await Promise.all([page.waitForURL(/picture=/), page.getByRole("button", { name: "Save" }).click()]);

        const sent = new URL(page.url()).searchParams;
        const [, paper] = sent.getAll("paper");
        assert.deepEqual(sent.getAll("paper"), ["kept", paper]);
        const rows = await visitor.person.rows("state=finished");
        assert.deepEqual(rows.map(({ id }) => id).sort(), [sent.get("picture"), paper].sort());
        const told = (await page.evaluate(() => sessionStorage.told)).trim().split(" ").map(Number);
        assert.ok(told.length > 3, `${told}`);
        assert.deepEqual(told, told.toSorted((one, other) => one - other));
    });

    looks("D111: a plain form is as readable, and says what is wrong at its input", async (test) => {
        const visitor = await visit(test, "/form.html", { viewport: { width: 390, height: 844 } });
        const { page } = visitor;
        await visitor.assertAccessible();
        await page.getByLabel("Title").fill("Harbour");
        await page.getByLabel("Picture").setInputFiles([lie("page.png")]);
        await page.evaluate(() => addEventListener("invalid", ({ target }) => (globalThis.said = target.validationMessage), true));
        await page.getByRole("button", { name: "Save" }).click();
        await page.waitForFunction(() => globalThis.said);

        assert.match(await page.evaluate(() => globalThis.said), /^page\.png: .*text\/html/);
        assert.equal(await page.evaluate(() => document.activeElement.id), "picture");
        await visitor.assertAccessible();
    });
});
