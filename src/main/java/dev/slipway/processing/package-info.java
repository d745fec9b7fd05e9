/// Turns an original into variants, as a durable job.
@NullMarked
package dev.slipway.processing;

import org.jspecify.annotations.NullMarked;
