import { DevelopmentTokens, PastedToken } from "./tokens.js";

/** @import { Tokens } from "./tokens.js" */

const SUBJECT = "slipway.subject";

/**
 * Who uploads. In development a name is enough; everywhere else an access token is pasted.
 */
export class Account {
    #form;
    #base;

    /**
     * @param {HTMLFormElement} form
     * @param {string | URL} base address of the server
     * @param {(tokens: Tokens) => Promise<void>} onSignIn called once there is somebody
     */
    constructor(form, base, onSignIn) {
        this.#form = form;
        this.#base = base;
        form.addEventListener("submit", (event) => {
            event.preventDefault();
            void onSignIn(this.#choose(this.#input.value.trim()));
        });
    }

    /**
     * @returns {Promise<Tokens | undefined>} undefined when a token has to be pasted first
     */
    async open() {
        const subject = sessionStorage.getItem(SUBJECT) ?? "alice";
        const tokens = new DevelopmentTokens(this.#base, subject);
        this.#input.value = subject;
        try {
            await tokens.current();
        } catch (thrown) {
            // there is no such endpoint in production, and none for other machines
            const { status } = /** @type {import("./slipway.js").UploadError} */ (thrown);
            if ([403, 404, 405].includes(status)) return this.#paste();
            throw thrown;
        } finally {
            this.#form.hidden = false;
        }
        return tokens;
    }

    #paste() {
        const [label, button] = [this.#form.querySelector("label"), this.#form.querySelector("button")];
        if (label) label.textContent = "Access token";
        if (button) button.textContent = "Use";
        this.#input.type = "password";
        this.#input.value = "";
        this.#form.dataset.mode = "token";
        this.#form.hidden = false; // what is hidden takes no focus
        const pasted = new PastedToken();
        if (pasted.present) return pasted;
        this.#input.focus();
        return undefined;
    }

    /**
     * @param {string} credential a name, or a token
     * @returns {Tokens}
     */
    #choose(credential) {
        if (this.#form.dataset.mode === "token") {
            const pasted = new PastedToken();
            pasted.keep(credential);
            this.#form.reset();
            return pasted;
        }
        sessionStorage.setItem(SUBJECT, credential);
        return new DevelopmentTokens(this.#base, credential);
    }

    get #input() {
        return /** @type {HTMLInputElement} */ (this.#form.elements.namedItem("credential"));
    }
}
