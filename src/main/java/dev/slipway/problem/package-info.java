/// How a refusal looks on the wire (RFC 9457).
@NullMarked
package dev.slipway.problem;

import org.jspecify.annotations.NullMarked;
