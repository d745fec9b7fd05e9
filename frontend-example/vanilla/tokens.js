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
 * A token that somebody pasted, kept as long as the tab is open.
 * @implements {Tokens}
 */
export class PastedToken {
    /** Whether there is one. */
    get present() {
        return sessionStorage.getItem(PASTED) !== null;
    }

    /** @param {string} token */
    keep(token) {
        sessionStorage.setItem(PASTED, token.replace(/^Bearer\s+/i, "").trim());
    }

    async current() {
        return sessionStorage.getItem(PASTED) ?? this.fresh();
    }

    /** @returns {Promise<string>} */
    async fresh() {
        sessionStorage.removeItem(PASTED);
        const sentence = "The sign-in has expired or was refused. Paste a new access token.";
        throw new UploadError("unauthenticated", sentence, 401, true);
    }
}
