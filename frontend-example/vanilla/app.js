import { Account } from "./account.js";
import { List } from "./list.js";
import { pickFiles } from "./picker.js";
import { rowOf } from "./row.js";
import { accept, createUploader, size } from "./slipway.js";
import { summarise } from "./summary.js";
import { Wishes } from "./wishes.js";
import { enumerate, inWords } from "./words.js";

/**
 * @import { Profile, Uploader, UploadError } from "./slipway.js"
 * @import { Tokens } from "./tokens.js"
 */

const base = new URL("./", document.baseURI);
const $ = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const picker = /** @type {HTMLFieldSetElement} */ ($("picker"));
const input = /** @type {HTMLInputElement} */ ($("files"));
const select = /** @type {HTMLSelectElement} */ ($("profile"));
const template = /** @type {HTMLTemplateElement} */ ($("row"));

const list = new List();
const wishes = new Wishes(/** @type {HTMLFieldSetElement} */ ($("wishes")));
const account = new Account(/** @type {HTMLFormElement} */ ($("account")), base, signIn);
/** @type {Profile[]} */
let profiles = [];
/** @type {Uploader} of whoever is signed in; those of others go on by themselves */
let uploader;

/** @param {Tokens} tokens */
async function signIn(tokens) {
    const token = (/** @type {boolean} */ refused) => (refused ? tokens.fresh() : tokens.current());
    uploader = createUploader({ endpoint: base, token, checksum: "sha256" });
    main.setAttribute("aria-busy", "true");
    try {
        profiles = await uploader.profiles();
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
    wishes.offer(chosen);
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

/**
 * @param {File[]} files
 * @param {string[]} [unread] names of what cannot be
 */
function upload(files, unread = []) {
    const chosen = profile();
    if (!chosen) return;
    const twice = files.filter((file) => list.has(file));
    try {
        const wish = { profile: chosen.name, image: wishes.get() };
        for (const file of files.filter((file) => !twice.includes(file))) {
            const upload = uploader.upload(file, wish);
            $("uploads").append(rowOf(template, upload, list, input));
            list.add(upload);
        }
    } catch (error) {
        complain(/** @type {Error} */ (error).message);
        return;
    }
    const said = [`Already on the list: ${twice.map(({ name }) => name).join(", ")}.`, `Not readable: ${unread.join(", ")}.`];
    complain(said.filter((_, at) => [twice, unread][at].length > 0).join(" "));
}

/** @param {string} text */
function complain(text) {
    $("alert").hidden = text === "";
    $("alert").textContent = text;
}

select.addEventListener("change", showLimits);
$("clear").addEventListener("click", () => {
    for (const upload of list.uploads) list.dismiss(upload);
    input.focus();
});
pickFiles(input, /** @type {HTMLInputElement} */ ($("camera")), picker, upload);
summarise(list, {
    box: $("summary"),
    clear: $("clear"),
    text: $("summary-text"),
    bar: $("total"),
    status: $("status"),
});
addEventListener("beforeunload", (event) => {
    if (list.uploads.some((upload) => upload.busy && !upload.stored)) event.preventDefault();
});

try {
    const tokens = await account.open();
    if (tokens) await signIn(tokens);
} catch (error) {
    complain(/** @type {UploadError} */ (error).message);
}
showLimits();
main.setAttribute("aria-busy", "false");
