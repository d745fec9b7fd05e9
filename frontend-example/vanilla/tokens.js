import { UploadError, unreachable } from "./client/errors.js";
import { fromResponse } from "./client/problem.js";

/** @import { Tokens } from "./client/types.js" */

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
            throw unreachable("server", thrown);
        });
        if (!response.ok) throw await fromResponse(response);
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
        throw new UploadError({
            code: "unauthenticated",
            detail: "The sign-in has expired or was refused. Paste a new access token.",
            status: 401,
            retryable: true,
        });
    }
}
