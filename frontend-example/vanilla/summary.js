import { showProgress } from "./bar.js";
import { size } from "./slipway.js";
import { files, percent } from "./words.js";

/** @import { List } from "./list.js" */

/**
 * The progress of all files together: a bar, a line of text, and a quiet word to screen readers
 * at every quarter and at the end.
 * @param {List} list
 * @param {{box: HTMLElement, clear: HTMLElement, text: HTMLElement, bar: HTMLElement, status: HTMLElement}} elements
 */
export function summarise(list, { box, clear, text, bar, status }) {
    let said = "";
    list.addEventListener("change", () => {
        const progress = list.progress;
        box.hidden = list.uploads.length === 0;
        clear.hidden = progress.busy > 0;
        bar.hidden = progress.busy === 0;
        text.textContent = lineOf(progress);
        showProgress(bar, percent(progress.progress), `${percent(progress.progress)} %, ${amount(progress)}`);
        const news = newsOf(progress);
        if (news !== said && news !== "") status.textContent = said = news;
    });
}

/** @typedef {List["progress"]} Progress */

/** @param {Progress} progress */
function lineOf(progress) {
    if (progress.busy === 0) return outcome(progress);
    const done = progress.files - progress.busy;
    return `${done} of ${files(progress.files)} done · ${percent(progress.progress)} % · ${amount(progress)}`;
}

/** @param {Progress} progress */
function newsOf(progress) {
    if (progress.files === 0) return "";
    if (progress.busy === 0) return outcome(progress);
    const quarter = Math.floor(percent(progress.progress) / 25) * 25;
    return quarter === 0 ? `Uploading ${files(progress.files)}.` : `${quarter} % uploaded.`;
}

/** @param {Progress} progress */
function outcome({ files: all, ready, failed }) {
    const cancelled = all - ready - failed;
    const parts = [];
    if (ready > 0) parts.push(`${files(ready)} ready`);
    if (failed > 0) parts.push(`${failed} failed`);
    if (cancelled > 0) parts.push(`${cancelled} cancelled`);
    return parts.length > 0 ? `${parts.join(", ")}.` : "";
}

/** @param {Progress} progress */
function amount({ loaded, total }) {
    return `${size(loaded)} of ${size(total)}`;
}
