/** @import { ImageWishes, Profile } from "./slipway.js" */

/**
 * What the next pictures should become, within what their profile permits: sizes, a format (JPEG, for
 * example), how strongly it is compressed, and whether it is progressive.
 */
export class Wishes {
    #panel;
    #limits;

    /** @param {HTMLFieldSetElement} panel */
    constructor(panel) {
        this.#panel = panel;
        this.#limits = /** @type {HTMLElement} */ (panel.querySelector("#wish-limits"));
        this.#field("quality").addEventListener("input", () => this.#sayQuality());
        panel.querySelector("button")?.addEventListener("click", () => this.#clear());
    }

    /** @param {Profile | undefined} profile */
    offer(profile) {
        const wishes = profile?.wishes;
        this.#panel.hidden = !wishes;
        if (!wishes) return;
        const { formats, most_widths, max_width, max_quality } = wishes;
        const options = formats.filter((format) => format !== "keep").map((format) => new Option(format.toUpperCase(), format));
        this.#field("format").replaceChildren(new Option("As usual", ""), ...options);
        this.#field("quality").setAttribute("max", String(max_quality));
        this.#limits.textContent = `For the files that you choose next: up to ${most_widths} widths, up to ${max_width} pixels each.`;
        this.#clear();
    }

    /**
     * @returns {ImageWishes | undefined} undefined when nothing is wished
     * @throws {Error} when the widths are no numbers
     */
    get() {
        if (this.#panel.hidden) return undefined;
        const [widths, format, quality] = ["widths", "format", "quality"].map((name) => this.#field(name).value);
        const numbers = widths.split(/[\s,;]+/).filter(Boolean).map(Number);
        if (!numbers.every(Number.isInteger)) throw new Error("Write the widths as numbers, such as 320, 640.");
        /** @type {ImageWishes} */
        const wishes = {};
        if (numbers.length > 0) wishes.widths = numbers;
        if (format) wishes.format = format;
        if (this.#touched) wishes.quality = Number(quality);
        const progressive = this.#field("progressive").value;
        if (progressive) wishes.progressive = progressive === "yes";
        return Object.keys(wishes).length > 0 ? wishes : undefined;
    }

    #touched = false;

    #sayQuality() {
        this.#touched = true;
        this.#say(`${this.#field("quality").value} of 100`);
    }

    #clear() {
        this.#touched = false;
        for (const name of ["widths", "format", "progressive"]) this.#field(name).value = "";
        this.#field("quality").value = "80";
        this.#say("as usual");
    }

    /** @param {string} quality */
    #say(quality) {
        const output = this.#panel.querySelector("output");
        if (output) output.textContent = quality;
        this.#field("quality").setAttribute("aria-valuetext", quality);
    }

    /** @param {string} name */
    #field(name) {
        return /** @type {HTMLInputElement | HTMLSelectElement} */ (this.#panel.querySelector(`[name=${name}]`));
    }
}
