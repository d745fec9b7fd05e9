/// Durable work: enqueued in the caller's transaction, started once it has committed, run at
/// least once.
@NullMarked
package dev.slipway.job;

import org.jspecify.annotations.NullMarked;
