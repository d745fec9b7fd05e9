/// The backend on a directory: a small S3. It honours the same POST policies and presigned PUTs,
/// over HTTP, with the same answers, and serves what it holds at `/media`.
///
/// Every change ends with one rename, so that a process that is killed leaves the state before
/// or the state after, and bytes that nobody names, which [dev.slipway.storage.local.Leftovers]
/// finds a day later. Bytes have exactly one owner, an object or a part; another one gets a hard
/// link of its own. So completing a multipart upload and promoting its object write no byte a
/// second time, however many gigabytes they are: the object's pointer lists the parts, and
/// readers walk from one to the next.
@NullMarked
package dev.slipway.storage.local;

import org.jspecify.annotations.NullMarked;
