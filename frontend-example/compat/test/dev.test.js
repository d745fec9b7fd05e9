import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { after, describe } from "node:test";
import { looks, quit, visit } from "../harness/browser.js";
import { summed, text } from "../harness/samples.js";
import { url as slipway } from "../harness/slipway.js";

/** Runs an example as its README says, and answers the addresses that it tells. */
const started = (test, example, count, port, ...options) => {
    const cwd = fileURLToPath(new URL(`../../${example}`, import.meta.url));
    const env = { ...process.env, SLIPWAY_URL: slipway, PORT: port, NO_COLOR: "1" };
    const program = spawn("npm", ["run", "dev", ...options], { cwd, env, detached: true, stdio: ["ignore", "pipe", "inherit"] });
    test.after(() => process.kill(-program.pid));
    return new Promise((resolve, reject) => {
        let said = "";
        program.stdout.on("data", (words) => {
            said += words;
            const addresses = said.match(/http:\/\/localhost:\d+\//g) ?? [];
            if (addresses.length >= count) resolve(addresses);
        });
        program.on("exit", () => reject(new Error(said)));
    });
};

describe("What a developer starts", () => {
    after(quit);

    looks("D105: the React example brings a file from its development server", async (test) => {
        const [address] = await started(test, "react", 1, "", "--", "--port", "5183", "--strictPort");
        const visitor = await visit(test, address);
        const { page } = visitor;
        await page.getByRole("button", { name: "Sign in" }).click();
        const file = text("first.txt", 10);
        await page.getByLabel("Choose files").setInputFiles([file]);
        await page.getByText("1 file ready").waitFor();
        assert.deepEqual(await visitor.person.files(), summed(file));
    });

    looks("D15: the Uppy examples bring a file from theirs", async (test) => {
        for (const address of await started(test, "uppy", 2, "5185")) {
            const visitor = await visit(test, address);
            const { page } = visitor;
            await page.getByRole("button", { name: "browse files" }).waitFor();
            const file = text("first.txt", 10);
            await page.locator("input[type=file]").first().setInputFiles([file]);
            await page.getByRole("button", { name: "Upload 1 file" }).click();
            await page.getByText("Complete", { exact: true }).waitFor();
            assert.deepEqual(await visitor.person.files(), summed(file));
            assert.deepEqual(visitor.errors, []);
        }
    });
});
