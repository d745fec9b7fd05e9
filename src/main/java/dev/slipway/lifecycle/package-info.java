/// The life of a file after its start: uploads that nobody finishes, claims, retention, legal
/// holds, tombstones, and the erasure of an owner.
///
/// - What runs by itself runs once per cluster, in batches, and may be killed anywhere.
/// - A legal hold stops every deletion. A held file may still be re-uploaded: its history stays
///   as long as the hold does.
/// - Rows of uploads that were deleted, rejected or have expired go after
///   `slipway.tombstones.keep`, once their objects are gone and no row points at them.
/// - A re-upload starts the times of its file anew; a claim ends `claim-within` for good.
/// - An erasure takes uploads that are started while it goes on, too. Who comes back afterwards
///   is an owner like any other.
@NullMarked
package dev.slipway.lifecycle;

import org.jspecify.annotations.NullMarked;
