import { UploadError } from "./slipway.js";

/**
 * @typedef {object} Tokens where the uploader gets its bearer token from
 * @property {() => Promise<string>} current the token in use
 * @property {() => Promise<string>} fresh another one, after a 401; rejects when there is none
 */

const PASTED = "slipway.token";

/**
 * Tokens of the development endpoint, which signs in anybody. They end with a restart of the
 * server, so another one is asked for when the old one is refused.
 * @implements {Tokens}
 */
export class DevelopmentTokens {
    #endpoint;
    /** @type {Promise<string> | undefined} one request at a time, however many ask */
    #token;

    /**
     * @param {string | URL} base address of the server
     * @param {string} subject who to be
     */
    constructor(base, subject) {
        this.#endpoint = new URL("api/dev/token", base);
        this.subject = subject;
    }

    current() {
        return (this.#token ??= this.#request());
    }

    fresh() {
        this.#token = undefined;
        return this.current();
    }

    async #request() {
        try {
            return await this.#ask();
        } catch (thrown) {
            this.#token = undefined;
            throw thrown;
        }
    }

    async #ask() {
        const response = await fetch(this.#endpoint, {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ subject: this.subject, groups: ["user"] }),
        }).catch((thrown) => {
            throw new UploadError("network_error", "The server does not answer.", 0, true, {}, thrown);
        });
        if (!response.ok) {
            throw new UploadError("sign_in_refused", "The server does not sign you in.", response.status, true);
        }
        return /** @type {string} */ ((await response.json()).token);
    }
}

/**
 * A token that somebody pasted, kept for a reload as long as the tab is open. What goes on with an
 * earlier one keeps that.
 * @implements {Tokens}
 */
export class PastedToken {
    #token = sessionStorage.getItem(PASTED);

    /** Whether there is one. */
    get present() {
        return this.#token !== null;
    }

    /** @param {string} token */
    keep(token) {
        this.#token = token.replace(/^Bearer\s+/i, "").trim();
        sessionStorage.setItem(PASTED, this.#token);
    }

    async current() {
        return this.#token ?? this.fresh();
    }

    /** @returns {Promise<string>} */
    async fresh() {
        if (sessionStorage.getItem(PASTED) === this.#token) sessionStorage.removeItem(PASTED);
        this.#token = null;
        const sentence = "The sign-in has expired or was refused. Paste a new access token.";
        throw new UploadError("unauthenticated", sentence, 401, true);
    }
}
