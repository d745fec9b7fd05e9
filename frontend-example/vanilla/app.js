import { Api, Uploader, accept, enumerate, inWords, size } from "./client/index.js";
import { Account } from "./account.js";
import { pickFiles } from "./picker.js";
import { rowOf } from "./row.js";
import { summarise } from "./summary.js";

/**
 * @import { UploadError } from "./client/index.js"
 * @import { Profile, Tokens } from "./client/types.js"
 */

const base = new URL("./", document.baseURI);
const $ = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const picker = /** @type {HTMLFieldSetElement} */ ($("picker"));
const input = /** @type {HTMLInputElement} */ ($("files"));
const select = /** @type {HTMLSelectElement} */ ($("profile"));
const template = /** @type {HTMLTemplateElement} */ ($("row"));

const uploader = new Uploader();
const account = new Account(/** @type {HTMLFormElement} */ ($("account")), base, signIn);
/** @type {Profile[]} */
let profiles = [];
/** @type {Api} */
let api;

/** @param {Tokens} tokens */
async function signIn(tokens) {
    api = new Api(base, tokens);
    main.setAttribute("aria-busy", "true");
    try {
        profiles = await api.profiles();
        complain("");
        $("status").textContent = "Ready for files.";
    } catch (error) {
        profiles = [];
        complain(/** @type {UploadError} */ (error).message);
    }
    const chosen = select.value;
    select.replaceChildren(...profiles.map(({ name }) => new Option(name, name, false, name === chosen)));
    showLimits();
    picker.disabled = profiles.length === 0;
    main.setAttribute("aria-busy", "false");
}

/** The profile chosen now, as the server describes it. */
function profile() {
    return profiles.find(({ name }) => name === select.value);
}

function showLimits() {
    const chosen = profile();
    if (!chosen) {
        $("limits").textContent = "Sign in to begin.";
        return;
    }
    input.accept = accept(chosen);
    const { types, max_size, widths = [], visibility } = chosen;
    const sizes = widths.length > 0 ? `Images are also resized to ${enumerate(widths)} pixels. ` : "";
    const audience = visibility ? `Files are ${visibility}.` : "";
    $("limits").textContent = `${inWords(types)}, up to ${size(max_size)} each.\n${sizes}${audience}`;
}

/** @param {File[]} files */
function upload(files) {
    const chosen = profile();
    if (!chosen) return;
    const twice = files.filter((file) => uploader.has(file));
    for (const file of files.filter((file) => !twice.includes(file))) {
        $("uploads").append(rowOf(template, uploader.add(file, chosen, api), uploader, input));
    }
    complain(twice.length === 0 ? "" : `Already on the list: ${twice.map(({ name }) => name).join(", ")}.`);
}

/** @param {string} text */
function complain(text) {
    $("alert").hidden = text === "";
    $("alert").textContent = text;
}

select.addEventListener("change", showLimits);
$("clear").addEventListener("click", () => {
    for (const upload of uploader.uploads) uploader.dismiss(upload);
    input.focus();
});
pickFiles(input, picker, upload);
summarise(uploader, {
    box: $("summary"),
    clear: $("clear"),
    text: $("summary-text"),
    bar: $("total"),
    status: $("status"),
});
addEventListener("beforeunload", (event) => {
    if (uploader.uploads.some((upload) => upload.busy && !upload.stored)) event.preventDefault();
});

try {
    const tokens = await account.open();
    if (tokens) await signIn(tokens);
} catch (error) {
    complain(/** @type {UploadError} */ (error).message);
}
showLimits();
main.setAttribute("aria-busy", "false");
