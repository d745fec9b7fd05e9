/** Where the server is: behind Vite's proxy, or on another origin that `slipway.cors.origins` allows. */
export const server = import.meta.env.VITE_SLIPWAY_URL ?? "";

const json = async (url, init) => {
    const response = await fetch(url, init);
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.detail ?? answer.message);
    return answer;
};
const post = (body, headers) => ({
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(body),
});

// development only: an application has a sign-in of its own
const { token } = await json("/api/dev/token", post({ subject: "alice" }));
export const headers = { authorization: `Bearer ${token}` };

export const call = (path, body) => json(`${server}${path}`, body ? post(body, headers) : { headers });

/** What may be chosen, as Uppy's restrictions. */
export const restrictions = async () => {
    const { items } = await call("/api/profiles");
    const { types, extensions, max_size } = items.find(({ name }) => name == "default");
    return { allowedFileTypes: [...types, ...extensions], maxFileSize: max_size, minFileSize: 1 };
};

/** A file in one piece becomes a file when somebody says so; parts have been finished by their `complete`. */
export const finish = (uppy) => async (ids) => {
    for (const file of ids.map((id) => uppy.getFile(id))) {
        if (!file || file.error || !file.response) continue;
        await call("/api/files/upload/direct/finish", { key: file.response.body.key }).then(
            (stored) => uppy.setFileState(file.id, { uploadURL: stored.url }),
            (error) => uppy.emit("upload-error", file, error),
        );
    }
};
