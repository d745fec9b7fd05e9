/** Slipway's browser client: everything a page needs, and nothing of the page. */
export { Api } from "./api.js";
export { UploadError } from "./errors.js";
export { accept, check } from "./profile.js";
export { Upload } from "./upload.js";
export { Uploader } from "./uploader.js";
export { enumerate, inWords, size } from "./words.js";
