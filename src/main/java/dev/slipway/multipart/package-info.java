/// Uploads that come in parts: begun at the first part call, signed part by part, listed, joined
/// and aborted, with the row, the owner and the limits of every other upload.
@NullMarked
package dev.slipway.multipart;

import org.jspecify.annotations.NullMarked;
