import { explain, unreachable } from "./errors.js";

/**
 * Where the bearer token comes from: the token, or what answers it. The function is called for each
 * request, and once more with `true` when the server has refused what it answered.
 */
export type Token = string | ((refused: boolean) => string | undefined | Promise<string | undefined>);

export interface CallOptions {
    body?: object;
    headers?: Record<string, string>;
    signal?: AbortSignal;
    /** Sent even while the page is closing. */
    keepalive?: boolean;
}

/** A JSON call of our own server. A refusal is thrown as an UploadError; an abort stays what it is. */
export type Call = <T>(method: string, path: string, options?: CallOptions) => Promise<T>;

/** The answer has not come, or not to its end. */
const broken = ({ signal }: CallOptions) => (cause: unknown): never => {
    throw signal?.aborted ? cause : unreachable("server", cause);
};

/** The only place that knows the token, which therefore never reaches a storage. */
export const connect = (base: URL, token?: Token): Call => {
    const ask = typeof token == "function" && token;
    const send = async (method: string, path: string, options: CallOptions, refused: boolean) => {
        const { body, headers, ...init } = options;
        const bearer = ask ? await ask(refused) : token;
        return fetch(new URL(path, base), {
            ...init,
            method,
            headers: {
                ...(bearer && { Authorization: `Bearer ${bearer}` }),
                ...(body && { "Content-Type": "application/json" }),
                ...headers,
            },
            body: body && JSON.stringify(body),
        }).catch(broken(options));
    };
    return async (method, path, options = {}) => {
        let response = await send(method, path, options, false);
        if (response.status == 401 && ask) response = await send(method, path, options, true);
        if (!response.ok) throw await (await explain()).refusal(response);
        return response.status == 204 ? undefined : response.json().catch(broken(options));
    };
};
