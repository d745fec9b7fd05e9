/**
 * Shows progress on an element with role progressbar.
 * @param {HTMLElement} bar
 * @param {number | undefined} percent undefined when nobody can tell how long it will take
 * @param {string} text the same in words
 */
export function showProgress(bar, percent, text) {
    bar.classList.toggle("unknown", percent === undefined);
    bar.style.setProperty("--done", String((percent ?? 100) / 100));
    bar.setAttribute("aria-valuetext", text);
    if (percent === undefined) bar.removeAttribute("aria-valuenow");
    else bar.setAttribute("aria-valuenow", String(percent));
}
