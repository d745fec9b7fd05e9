import { showProgress } from "./bar.js";
import { pictureIn } from "./picture.js";
import { size } from "./slipway.js";
import { percent } from "./words.js";

/**
 * @import { List } from "./list.js"
 * @import { Upload } from "./slipway.js"
 */

let rows = 0;

/**
 * One upload as a list item, which follows it by itself.
 * @param {HTMLTemplateElement} template
 * @param {Upload} upload
 * @param {List} list
 * @param {HTMLElement} origin what gets the focus when the last row has gone
 */
export function rowOf(template, upload, list, origin) {
    const fragment = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const row = /** @type {HTMLElement} */ (fragment.firstElementChild);
    const part = (/** @type {string} */ name) =>
        /** @type {HTMLElement} */ (row.querySelector(`.${name}`));
    const [name, state, amount, bar, error] = ["name", "state", "amount", "bar", "error"].map(part);
    const [pause, resume, cancel, retry, remove] = ["pause", "resume", "cancel", "retry", "dismiss"].map(part);
    const picture = pictureIn(part("picture"), upload);

    name.textContent = name.title = upload.file.name;
    row.dataset.name = upload.file.name;
    error.id = `error-${++rows}`;
    bar.setAttribute("aria-label", `Uploading ${upload.file.name}`);
    for (const button of [pause, resume, cancel, retry, remove]) {
        button.setAttribute("aria-label", `${button.textContent} ${upload.file.name}`);
        button.setAttribute("aria-describedby", error.id);
    }
    pause.addEventListener("click", () => upload.pause());
    resume.addEventListener("click", () => upload.resume());
    cancel.addEventListener("click", () => upload.abort());
    retry.addEventListener("click", () => upload.retry());
    remove.addEventListener("click", () => list.dismiss(upload));
    upload.addEventListener("dismiss", () => {
        if (row.contains(document.activeElement)) (neighbourOf(row) ?? origin).focus();
        picture.close();
        watch.abort();
        row.remove();
    });

    const update = () => {
        const hadFocus = row.contains(document.activeElement);
        row.dataset.state = upload.state;
        state.textContent = upload.busy && !navigator.onLine ? "waiting for a connection" : upload.state;
        amount.textContent = amountOf(upload);
        bar.hidden = !upload.busy;
        showProgress(bar, upload.state === "processing" ? undefined : percent(upload.progress), valueText(upload));
        const complaint = complaintOf(upload);
        error.hidden = complaint === "";
        if (error.textContent !== complaint) error.textContent = complaint;
        pause.hidden = upload.state !== "uploading";
        resume.hidden = upload.state !== "paused";
        cancel.hidden = !upload.busy;
        retry.hidden = upload.state !== "cancelled" && !(upload.state === "failed" && upload.error?.retryable);
        remove.hidden = upload.busy || upload.state === "ready";
        picture.update();
        showLinks(part("links"), upload);
        // the button that was just pressed may be gone
        const lost = !row.contains(document.activeElement) || !document.activeElement?.checkVisibility();
        if (hadFocus && lost) controlOf(row)?.focus();
    };
    const watch = new AbortController();
    const { signal } = watch;
    upload.addEventListener("change", update);
    addEventListener("online", update, { signal });
    addEventListener("offline", update, { signal });
    update();
    return row;
}

/** @param {Upload} upload */
function amountOf({ state, progress, file }) {
    const partly = state === "uploading" || state === "paused";
    return partly ? `${percent(progress)} % of ${size(file.size)}` : size(file.size);
}

/** @param {Upload} upload */
function valueText({ state, loaded, progress, file }) {
    const partly = state === "uploading" || state === "paused";
    return partly ? `${percent(progress)} %, ${size(loaded)} of ${size(file.size)}` : state;
}

/**
 * A picture that could not be resized is a stored file all the same.
 * @param {Upload} upload
 */
function complaintOf({ state, error, stored }) {
    if (state === "failed") return error?.message ?? "";
    const failed = state === "ready" && stored?.processing.state === "failed";
    return failed ? `Stored, but not resized. ${stored.processing.error?.detail ?? ""}`.trim() : "";
}

/**
 * @param {HTMLElement} place
 * @param {Upload} upload
 */
function showLinks(place, { state, stored }) {
    place.hidden = state !== "ready" || !stored;
    if (place.hidden || !stored || place.hasChildNodes()) return;
    const resized = stored.variants.filter((variant) => variant.state === "ready" && variant.url);
    const pixels = stored.width && stored.height ? `${stored.width} × ${stored.height} pixels` : "";
    place.append(link(stored.url, "Original", pixels));
    for (const { url, width, height } of resized) {
        const anchor = link(/** @type {string} */ (url), String(width), `${width} × ${height} pixels`);
        anchor.setAttribute("aria-label", `${width} pixels wide`);
        place.append(" ", anchor);
    }
}

/**
 * @param {string} href
 * @param {string} text
 * @param {string} title
 */
function link(href, text, title) {
    const anchor = document.createElement("a");
    Object.assign(anchor, { href, title, textContent: text, target: "_blank", rel: "noopener" });
    return anchor;
}

/**
 * What the keyboard goes on with in a row.
 * @param {Element | null} row
 * @returns {HTMLElement | null | undefined}
 */
function controlOf(row) {
    return row?.querySelector("button:not([hidden]), a");
}

/** @param {HTMLElement} row */
function neighbourOf(row) {
    return controlOf(row.nextElementSibling) ?? controlOf(row.previousElementSibling);
}
