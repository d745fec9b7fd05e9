import type { Token } from "./api.js";
import type { Upload } from "./handle.js";
import { createUploader, type Uploader } from "./uploader.js";

/**
 * `<input type=file data-direct-upload="endpoint" data-profile="…">` in a form, or any file input of
 * a form within a `<direct-upload endpoint profile>`: a submit uploads first, shows at the input what
 * is wrong, and then submits the ids of the files under the input's name in place of their bytes.
 * `progress` events bubble from the input. The token stands in `<meta name="upload-token">`, or is
 * the `token` of the `<direct-upload>`.
 */
export class DirectUpload extends HTMLElement {
    token?: Token;
}

const uploaders = new WeakMap<HTMLInputElement, Uploader>();
const uploads = new WeakMap<File, Upload>();

const inputsOf = (form: HTMLFormElement) =>
    [...form.querySelectorAll<HTMLInputElement>("[data-direct-upload], direct-upload [type=file]")].filter(
        (input) => !input.disabled,
    );

/** The uploads of the chosen files, begun or tried again where that is needed. */
const uploadsOf = (input: HTMLInputElement): Upload[] => {
    const around = input.closest<DirectUpload>("direct-upload");
    const { directUpload, profile } = input.dataset;
    let uploader = uploaders.get(input);
    if (!uploader) {
        uploader = createUploader({
            endpoint: directUpload || around?.getAttribute("endpoint") || undefined,
            profile: profile ?? around?.getAttribute("profile") ?? undefined,
            token: around?.token ?? document.querySelector<HTMLMetaElement>("[name=upload-token]")?.content,
        });
        uploader.addEventListener("progress", (event) => {
            const { detail } = event as CustomEvent;
            input.dispatchEvent(new CustomEvent("progress", { bubbles: true, detail }));
        });
        uploaders.set(input, uploader);
    }
    return [...input.files!].map((file) => {
        const upload = uploads.get(file) ?? uploader.upload(file);
        uploads.set(file, upload);
        upload.retry();
        return upload;
    });
};

addEventListener("submit", async (event) => {
    const form = event.target as HTMLFormElement;
    const inputs = inputsOf(form);
    const chosen = inputs.flatMap(({ files }) => [...files!]);
    if (event.defaultPrevented || chosen.every((file) => uploads.get(file)?.stored)) return;
    event.preventDefault();
    if (form.ariaBusy) return; // pressed twice
    form.ariaBusy = "true";
    for (const input of inputs) {
        const all = uploadsOf(input);
        await Promise.allSettled(all);
        const wrong = all.find(({ stored }) => !stored);
        input.setCustomValidity(wrong ? `${wrong.file.name}: ${wrong.error?.message ?? wrong.state}` : "");
    }
    form.ariaBusy = null;
    if (form.reportValidity()) form.requestSubmit(event.submitter);
    // the next submit tries again instead of standing at this message
    for (const input of inputs) input.setCustomValidity("");
});

addEventListener("formdata", ({ target, formData }) => {
    for (const { name, files } of inputsOf(target as HTMLFormElement)) {
        const stored = [...files!].map((file) => uploads.get(file)?.stored);
        if (stored.some((file) => !file) || !name) continue;
        formData.delete(name);
        for (const file of stored) formData.append(name, file!.id);
    }
});

customElements.define("direct-upload", DirectUpload);
