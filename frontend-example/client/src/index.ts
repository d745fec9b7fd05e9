/** Slipway's browser client: everything a page needs, and nothing of the page. */
export type { Token } from "./api.js";
export { UploadError } from "./errors.js";
export type { State, Upload } from "./handle.js";
export type { Progress } from "./progress.js";
export type { Failure, ImageWishes, Profile, StoredFile, Variant } from "./types.js";
export { createUploader, type Uploader, type UploaderOptions, type UploadOptions } from "./uploader.js";
