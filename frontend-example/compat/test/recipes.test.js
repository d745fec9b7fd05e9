import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout } from "node:timers/promises";
import { quit, visit } from "../harness/browser.js";
import { recipes } from "../harness/recipes.js";
import { sha256, url as slipway } from "../harness/slipway.js";
import { close, own, serve } from "../harness/site.js";

const CODE = recipes("clients.md");
const FILE = 'new File(["by a recipe"], "recipe.txt", { type: "text/plain" })';

/** Runs a recipe as the documentation has it, between what the page brings and what it then does. */
const follow = async (test, name, before, after) => {
    const visitor = await visit(test, "/recipes.html");
    assert.ok(CODE[name], `${Object.keys(CODE)}`);
    const token = `const token = ${JSON.stringify(await visitor.person.token)};`;
    const code = [before, token, CODE["Other clients"], CODE[name], after].join("\n");
    const here = code.replaceAll("https://uploads.example.org", slipway).replaceAll("profile=avatar", "profile=default");
    await visitor.page.addScriptTag({ type: "module", content: here });
    return visitor;
};
const said = ({ page }) => page.waitForFunction(() => globalThis.said).then((said) => said.jsonValue());
const assertBrought = async (visitor) => {
    // some of them finish on their own time
    for (let asked = 0; asked < 100 && !(await visitor.person.files()).length; asked++) await setTimeout(100);
    assert.deepEqual(await visitor.person.files(), [["recipe.txt", sha256("by a recipe")]]);
    visitor.assertClean();
};

describe("The recipes of clients.md", { concurrency: 4 }, () => {
    before(() =>
        serve({
            "/axios/": own("node_modules/axios/dist/esm"),
            "/dropzone/": own("node_modules/dropzone/dist"),
            "/filepond/": own("node_modules/filepond/dist"),
            "/activestorage/": own("node_modules/@rails/activestorage/app/assets/javascripts"),
            "/": own("pages"),
        }),
    );
    after(quit);
    after(close);

    it("D15: axios brings a file by its recipe, and tells its progress", async (test) => {
        const visitor = await follow(
            test,
            "axios, react-dropzone",
            'import axios from "/axios/axios.js";',
            `let progress; const { state } = await upload(${FILE}, (event) => (progress = event.progress));
             globalThis.said = [state, progress];`,
        );
        assert.deepEqual(await said(visitor), ["finished", 1]);
        await assertBrought(visitor);
    });

    it("D15: Dropzone brings a file by its recipe", async (test) => {
        const visitor = await follow(
            test,
            "Dropzone",
            'import Dropzone from "/dropzone/dropzone.mjs";',
            `zone.on("success", () => (globalThis.said = "success")); zone.addFile(${FILE});`,
        );
        assert.equal(await said(visitor), "success");
        await assertBrought(visitor);
    });

    it("D13: Dropzone shows by its recipe why a file was refused", async (test) => {
        const visitor = await follow(
            test,
            "Dropzone",
            'import Dropzone from "/dropzone/dropzone.mjs";',
            `zone.on("error", (_, why) => (globalThis.said = why));
             zone.addFile(new File(["<html>not a note</html>"], "page.txt", { type: "text/plain" }));`,
        );
        assert.match(await said(visitor), /text\/html/);
    });

    it("D15: FilePond brings a file by its recipe, and its form has the id", async (test) => {
        const visitor = await follow(
            test,
            "FilePond",
            'import * as FilePond from "/filepond/filepond.esm.js";',
            `const pond = FilePond.create(document.querySelector("input"));
             pond.on("processfile", () => (globalThis.said = document.querySelector("[type=hidden]").value));
             pond.addFile(${FILE});`,
        );
        const [{ id }] = (await said(visitor), await visitor.person.rows());
        assert.equal(await said(visitor), id);
        await assertBrought(visitor);
    });

    it("D20: DirectUpload brings a file by its recipe", async (test) => {
        const visitor = await follow(
            test,
            "Active Storage's DirectUpload",
            `import { DirectUpload } from "/activestorage/activestorage.esm.js";
             const [file, delegate] = [${FILE}, {}];
             const input = { set value(id) { globalThis.said = id; } };`,
            "",
        );
        await visitor.person.finish(await said(visitor));
        await assertBrought(visitor);
    });
});
