import type { Token } from "./api.js";
import type { Upload } from "./handle.js";
import type { Progress } from "./progress.js";
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

const uploaders = new WeakMap<HTMLFormElement, Uploader>();
const inputs = new WeakMap<File, HTMLInputElement>();
const uploads = new WeakMap<File, Upload>();

const inputsOf = (form: HTMLFormElement) =>
    [...form.querySelectorAll<HTMLInputElement>("[data-direct-upload], direct-upload [type=file]")].filter(
        (input) => !input.matches(":disabled"),
    );

/** What all files of a form go through; its first input says where to. */
const uploaderOf = (form: HTMLFormElement, first: HTMLInputElement): Uploader => {
    const around = first.closest<DirectUpload>("direct-upload");
    const uploader = createUploader({
        endpoint: first.dataset.directUpload || around?.getAttribute("endpoint") || undefined,
        token: (refused) => {
            const token = around?.token ?? document.querySelector<HTMLMetaElement>("[name=upload-token]")?.content;
            return typeof token == "function" ? token(refused) : token;
        },
    });
    uploader.addEventListener("progress", (event) => {
        const { detail } = event as CustomEvent<Progress>;
        inputs.get(detail.currentFile)!.dispatchEvent(new CustomEvent("progress", { bubbles: true, detail }));
    });
    uploaders.set(form, uploader);
    return uploader;
};

/** The uploads of the chosen files, begun or tried again where that is needed. */
const uploadsOf = (input: HTMLInputElement): Upload[] =>
    [...input.files!].map((file) => {
        const { form, dataset } = input;
        const profile = dataset.profile ?? input.closest("direct-upload")?.getAttribute("profile") ?? undefined;
        inputs.set(file, input);
        const upload = uploads.get(file) ?? (uploaders.get(form!) ?? uploaderOf(form!, input)).upload(file, { profile });
        uploads.set(file, upload);
        upload.retry();
        return upload;
    });

addEventListener("submit", async (event) => {
    const form = event.target as HTMLFormElement;
    const direct = inputsOf(form);
    const chosen = direct.flatMap(({ files }) => [...files!]);
    if (event.defaultPrevented || chosen.every((file) => uploads.get(file)?.stored)) return;
    event.preventDefault();
    if (form.ariaBusy) return; // pressed twice
    form.ariaBusy = "true";
    const begun = direct.map((input) => [input, uploadsOf(input)] as const);
    await Promise.allSettled(begun.flatMap(([, all]) => all));
    let wrong: HTMLInputElement | undefined;
    for (const [input, all] of begun) {
        const failed = all.find(({ stored }) => !stored);
        if (!failed) continue;
        wrong ??= input;
        input.setCustomValidity(`${failed.file.name}: ${failed.error?.message ?? failed.state}`);
    }
    form.ariaBusy = null;
    if (wrong) wrong.reportValidity();
    else form.requestSubmit(event.submitter);
    // the next submit tries again instead of standing at this message
    for (const input of direct) input.setCustomValidity("");
});

addEventListener("formdata", ({ target, formData }) => {
    for (const { name, files } of inputsOf(target as HTMLFormElement)) {
        const stored = [...files!].map((file) => uploads.get(file)?.stored);
        if (stored.some((file) => !file) || !name) continue;
        // what other inputs of this name have put there stays
        const others = formData.getAll(name).filter((entry) => typeof entry == "string");
        formData.delete(name);
        for (const entry of [...others, ...stored.map((file) => file!.id)]) formData.append(name, entry);
    }
});

customElements.define("direct-upload", DirectUpload);
