/** All in one file, for pages without a build step. */
export * from "./index.js";
export { DirectUpload } from "./element.js";
export { accept } from "./profile.js";
export { size } from "./words.js";
