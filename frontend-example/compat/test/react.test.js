import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { isDelivery, looks, quit, visit } from "../harness/browser.js";
import { lie, png, summed, text, toChoose } from "../harness/samples.js";
import { built, close, serve } from "../harness/site.js";

const open = async (test, options) => {
    const visitor = await visit(test, "/", options);
    await visitor.page.getByRole("button", { name: "Sign in" }).click();
    await visitor.page.getByText("up to").waitFor();
    return visitor;
};
const choose = async ({ page }, ...files) => page.getByLabel("Choose files").setInputFiles(await toChoose(files));
const file = ({ page }, name) => page.locator(`[data-name="${name}"]`);
const become = (visitor, state, ...names) =>
    Promise.all(names.map((name) => file(visitor, name).and(visitor.page.locator(`[data-state=${state}]`)).waitFor()));
const press = (visitor, word, name) => visitor.page.getByRole("button", { name: `${word} ${name}`, exact: true }).click();
const problem = (visitor, name) => file(visitor, name).getByRole("alert").textContent();

describe("The React example", { concurrency: 4 }, () => {
    before(async () => serve({ "/": await built("react") }));
    after(quit);
    after(close);

    it("D105 D112: the React page brings a picture and shows the sizes that the server made of it", async (test) => {
        const visitor = await open(test);
        const picture = png("holiday.png", 900, 600);
        await choose(visitor, picture);
        const image = file(visitor, "holiday.png").locator("img");
        assert.match(await image.getAttribute("src"), /^blob:/);

        await become(visitor, "ready", "holiday.png");

        assert.match(await image.getAttribute("srcset"), /300w.* 500w/);
        await image.evaluate((image) => image.decode());
        assert.equal(await visitor.page.getByRole("status").textContent(), "1 file ready");
        assert.deepEqual(await visitor.person.files(), summed(picture));
        visitor.assertClean();
    });

    it("D15 D110: the React page brings many files, three at a time, equal ones and odd names among them", async (test) => {
        const visitor = await open(test);
        let [now, most] = [0, 0];
        await visitor.page.route(isDelivery, async (route) => {
            most = Math.max(most, ++now);
            await route.continue();
        });
        visitor.page.on("requestfinished", (request) => isDelivery(request.url()) && now--);
        const twin = text("twin.txt", 1000);
        const files = [text("a b+é🙂.png.txt", 2000), twin, twin, png("%41 #1.png", 20, 20), text("no ending", 10), text("z".repeat(200), 1)];

        await choose(visitor, ...files);
        await visitor.page.getByText("6 files ready").waitFor();

        assert.deepEqual(await visitor.person.files(), summed(...files));
        assert.ok(most <= 3, `${most} at a time`);
        visitor.assertClean();
    });

    it("D108: the React page tells how far it has come, of a file and of all, in numbers and in words", async (test) => {
        const visitor = await open(test);
        await visitor.uploadAt(400_000);
        const bar = '[aria-label="Uploading slow.txt"]';
        const [values, words] = [await visitor.record(bar, "aria-valuenow"), await visitor.record(bar, "aria-valuetext")];
        const total = await visitor.record('[role=progressbar][aria-label="All files"]', "aria-valuenow");

        await choose(visitor, text("slow.txt", 600_000), text("quick.txt", 10));
        await become(visitor, "ready", "slow.txt", "quick.txt");

        for (const seen of [await values(), await total()].map((seen) => seen.map(Number))) {
            assert.ok(seen.length > 3, `${seen}`);
            assert.deepEqual(seen, seen.toSorted((one, other) => one - other));
        }
        assert.ok((await values()).every((value) => value < 100), "nobody has verified it yet");
        assert.ok((await words()).some((word) => /^\d+ %, \d+(\.\d)? KB of 586 KB$/.test(word)), `${await words()}`);
    });

    it("D113: the React page cancels in the middle, removes what has arrived, and brings it after all", async (test) => {
        const visitor = await open(test);
        await visitor.uploadAt(300_000);
        const large = text("large.txt", 1 << 20);
        await choose(visitor, large);
        await file(visitor, "large.txt").getByText(/^uploading, \d\d/).waitFor();

        const removed = visitor.page.waitForResponse((response) => response.request().method() == "DELETE");
        await press(visitor, "Cancel", "large.txt");
        await become(visitor, "cancelled", "large.txt");
        await removed;
        assert.deepEqual(await visitor.person.rows(), []);

        await visitor.uploadAt(0);
        await press(visitor, "Retry", "large.txt");
        await become(visitor, "ready", "large.txt");
        assert.deepEqual(await visitor.person.files(), summed(large));
        visitor.assertClean();
    });

    it("D23 D113: the React page pauses a file in parts, and goes on with what is missing", async (test) => {
        const visitor = await open(test);
        const large = text("parts.txt", 6 << 20);
        let parts = 0;
        // the second one does not get through
        await visitor.page.route(isDelivery, (route) => isPart(route.request()) && ++parts == 2 || route.continue());
        const arrived = visitor.page.waitForResponse((response) => isPart(response.request()));
        await choose(visitor, large);
        await arrived;

        await press(visitor, "Pause", "parts.txt");
        await become(visitor, "paused", "parts.txt");
        assert.equal(parts, 2);
        await press(visitor, "Resume", "parts.txt");
        await become(visitor, "ready", "parts.txt");

        assert.equal(parts, 3);
        assert.deepEqual(await visitor.person.files(), summed(large));
        visitor.assertClean();
    });

    it("D109: the React page refuses an empty file, and one of another type, before it sends anything", async (test) => {
        const visitor = await open(test);
        const { length } = visitor.requests;

        await choose(visitor, text("empty.txt", 0), { ...text("tool.exe", 10), mimeType: "application/x-msdownload" });
        await become(visitor, "failed", "empty.txt", "tool.exe");

        assert.equal(await problem(visitor, "empty.txt"), "The file is empty.");
        assert.match(await problem(visitor, "tool.exe"), /^This type of file is not accepted. Allowed: .*image\/png/);
        assert.deepEqual(visitor.requests.slice(length).filter((request) => /\/api\//.test(request.url())), []);
    });

    it("D114: the React page says what the server found inside", async (test) => {
        const visitor = await open(test);
        await choose(visitor, lie("page.png"), text("good.txt", 10));

        await become(visitor, "failed", "page.png");
        await become(visitor, "ready", "good.txt");

        assert.match(await problem(visitor, "page.png"), /html/i);
        assert.equal(await visitor.page.getByRole("status").textContent(), "1 file ready, 1 file failed");
    });

    it("D113: the React page waits while there is no network, and goes on by itself", async (test) => {
        const visitor = await open(test);
        await visitor.uploadAt(200_000);
        const far = text("far.txt", 500_000);
        await choose(visitor, far);
        await file(visitor, "far.txt").getByText(/^uploading, \d\d/).waitFor();

        await visitor.goOffline();
        await visitor.page.getByText("Waiting for the connection").waitFor();
        await visitor.uploadAt(0);
        await become(visitor, "ready", "far.txt");

        assert.deepEqual(await visitor.person.files(), summed(far));
    });

    it("D12 D113: the React page asks for another form when the first has expired", async (test) => {
        const visitor = await open(test);
        await visitor.page.route("**/direct/start", (route) =>
            route.continue({ postData: { ...route.request().postDataJSON(), profile: "brief" } }),
        );
        let late = true;
        await visitor.page.route(isDelivery, async (route) => {
            if (late) await new Promise((wake) => setTimeout(wake, 2500));
            late = false;
            await route.continue();
        });

        const file = text("late.txt", 1000);
        await choose(visitor, file);
        await become(visitor, "ready", "late.txt");

        assert.equal(visitor.requests.filter((request) => /\/renew$/.test(request.url())).length, 1);
        assert.deepEqual(await visitor.person.files(), summed(file));
    });

    it("D109: the React page takes files that are dropped anywhere", async (test) => {
        const visitor = await open(test);
        const dropped = [text("one.txt", 10), png("two.png", 4, 4)];
        await visitor.drop("h1", ...dropped);
        await visitor.page.getByText("2 files ready").waitFor();
        assert.deepEqual(await visitor.person.files(), summed(...dropped));
    });

    it("D105 D109: the React page takes one file off the list, which stays on the server", async (test) => {
        const visitor = await open(test);
        const { page } = visitor;
        await choose(visitor, text("kept.txt", 10), text("empty.txt", 0));
        await become(visitor, "ready", "kept.txt");
        await become(visitor, "failed", "empty.txt");

        await press(visitor, "Remove", "empty.txt");
        assert.equal(await page.evaluate(() => document.activeElement.id), "files");
        await press(visitor, "Remove", "kept.txt");

        assert.equal(await page.getByRole("listitem").count(), 0);
        assert.equal((await visitor.person.files()).length, 1);
    });

    it("D105: the React page starts over, and forgets what was on its way", async (test) => {
        const visitor = await open(test);
        await visitor.uploadAt(100_000);
        await choose(visitor, text("slow.txt", 1 << 20), text("other.txt", 1 << 20));
        await file(visitor, "slow.txt").getByText(/^uploading, \d/).waitFor();

        const gone = new Set();
        const both = visitor.page.waitForResponse(
            (response) => response.request().method() == "DELETE" && gone.add(response.url()).size == 2,
        );
        await visitor.page.getByRole("button", { name: "Start over" }).click();

        await both;
        assert.equal(await visitor.page.getByRole("listitem").count(), 0);
        assert.equal(await visitor.page.evaluate(() => document.activeElement.id), "files");
        assert.deepEqual(await visitor.person.rows(), []);
    });

    looks("D105: the React page needs no mouse", async (test) => {
        const { page, ...visitor } = await open(test);
        const dialogue = page.waitForEvent("filechooser");
        const tab = async () => {
            await page.keyboard.press("Tab");
            return page.evaluate(({ ariaLabel, textContent, id } = document.activeElement) => ariaLabel || textContent || id);
        };
        await page.getByRole("textbox", { name: "Your name" }).focus();
        assert.deepEqual([await tab(), await tab()], ["Sign in", "files"]);
        await page.keyboard.press("Enter");
        await (await dialogue).setFiles([lie("page.png"), text("kept.txt", 10)]);
        await page.getByText("1 file ready, 1 file failed").waitFor();
        assert.deepEqual(
            [await tab(), await tab(), await tab(), await tab()],
            ["Start over", "Remove page.png", "Remove kept.txt", "Open kept.txt"],
        );
        assert.deepEqual(visitor.errors, []);
    });

    for (const colorScheme of ["light", "dark"]) {
        looks(`D105: the React page can be read by machines and by people, in ${colorScheme} colours, in every state`, async (test) => {
            const visitor = await open(test, { colorScheme, viewport: { width: 390, height: 844 } });
            await visitor.assertAccessible();
            await visitor.uploadAt(100_000);
            await choose(visitor, text("slow.txt", 1 << 20), text("empty.txt", 0));
            await file(visitor, "slow.txt").getByText(/^uploading, \d\d/).waitFor();
            await visitor.assertAccessible();
            assert.match(
                await file(visitor, "slow.txt").ariaSnapshot(),
                /listitem:[^]*slow\.txt[^]*uploading, .* of 1 MB[^]*progressbar "Uploading slow.txt"[^]*button "Cancel slow.txt"[^]*button "Pause slow.txt"/,
            );
            await press(visitor, "Cancel", "slow.txt");
            await become(visitor, "cancelled", "slow.txt");
            await visitor.uploadAt(0);
            await choose(visitor, png("picture.png", 600, 400));
            await become(visitor, "ready", "picture.png");
            await visitor.assertAccessible();
            assert.equal(await visitor.page.evaluate(() => document.documentElement.scrollWidth), 390);
        });
    }
});

const isPart = (request) => request.method() == "PUT";
