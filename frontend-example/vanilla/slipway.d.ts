/** For editors: slipway.js is built from the client's sources. */
export * from "../client/src/page.js";
