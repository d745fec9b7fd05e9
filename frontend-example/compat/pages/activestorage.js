import { DirectUpload } from "/activestorage/activestorage.esm.js";

const backend = new URLSearchParams(location.search).get("server");
const { token } = await (await fetch("/api/dev/token", { method: "POST" })).json();
const [input, progress, status] = ["input", "progress", "[role=status]"].map((name) => document.querySelector(name));

const delegate = {
    directUploadWillStoreFileWithXHR(request) {
        request.upload.addEventListener("progress", ({ loaded, total }) => (progress.value = loaded / total));
    },
};

input.addEventListener("change", () => {
    const address = `${backend}/rails/active_storage/direct_uploads`;
    new DirectUpload(input.files[0], address, delegate, { authorization: `Bearer ${token}` }).create((error, blob) => {
        // what a form of Rails would post to its application
        status.textContent = error ? `Refused: ${error}` : `signed_id: ${blob.signed_id}`;
    });
});
input.disabled = false;
