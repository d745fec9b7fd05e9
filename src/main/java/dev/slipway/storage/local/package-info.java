/// The backend on a directory: a small S3. It honours the same POST policies, over HTTP, with
/// the same answers, and serves what it holds at `/media`.
@NullMarked
package dev.slipway.storage.local;

import org.jspecify.annotations.NullMarked;
