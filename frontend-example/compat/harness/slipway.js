import { createHash, randomUUID } from "node:crypto";

/** The server under test, with its development sign-in. */
export const url = process.env.SLIPWAY_URL ?? "http://localhost:8080";

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

const json = async (response) => {
    if (!response.ok) throw new Error(`${response.status} of ${response.url}: ${await response.text()}`);
    return response.json();
};

/** Somebody with no files yet, as the server sees them. */
export class Person {
    name = `visitor ${randomUUID().slice(0, 8)}`;
    #token;

    get token() {
        return (this.#token ??= fetch(`${url}/api/dev/token`, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify({ subject: this.name }),
        })
            .then(json)
            .then(({ token }) => token));
    }

    async call(path) {
        return fetch(url + path, { headers: { authorization: `Bearer ${await this.token}` } });
    }

    /** What an application does with an id that a page has posted to it. */
    async finish(id) {
        const response = await fetch(`${url}/api/files/upload/direct/finish`, {
            method: "POST",
            headers: { authorization: `Bearer ${await this.token}`, "content-type": "application/json" },
            body: JSON.stringify({ file_id: id }),
        });
        return json(response);
    }

    /** Their rows, the oldest first. */
    async rows(query = "") {
        const { items } = await json(await this.call(`/api/files?${query}`));
        return items.reverse();
    }

    /** `[name, sha256]` of each finished file, in the order of the names, with the bytes as they are served. */
    async files() {
        const files = (await this.rows("state=finished")).map(async ({ original_file_name, url }) => {
            const content = await fetch(url);
            if (!content.ok) throw new Error(`${content.status} of ${url}`);
            return [original_file_name, sha256(Buffer.from(await content.arrayBuffer()))];
        });
        return (await Promise.all(files)).sort();
    }
}
