import { DevelopmentTokens } from "./tokens.js";
import "./slipway.js";

/** @import { DirectUpload } from "./slipway.js" */

const form = /** @type {HTMLFormElement} */ (document.querySelector("form"));
const bar = /** @type {HTMLProgressElement} */ (document.querySelector("progress"));

// an application that renders its pages writes a token of its own into <meta name="upload-token">
const tokens = new DevelopmentTokens(document.baseURI, "alice");
const around = /** @type {DirectUpload} */ (document.querySelector("direct-upload"));
around.token = (refused) => (refused ? tokens.fresh() : tokens.current());

form.addEventListener("progress", (event) => {
    bar.hidden = false;
    bar.value = /** @type {CustomEvent} */ (/** @type {Event} */ (event)).detail.progress;
});

// what any server would have received
const saved = [...new URLSearchParams(location.search)].filter(([, value]) => value !== "");
const list = /** @type {HTMLElement} */ (document.querySelector("#saved dl"));
/** @type {HTMLElement} */ (list.parentElement).hidden = saved.length === 0;
for (const [name, value] of saved) {
    const [term, description] = ["dt", "dd"].map((tag) => document.createElement(tag));
    term.textContent = name;
    description.textContent = value;
    list.append(term, description);
}
