/// Gives files out: metadata and lists.
@NullMarked
package dev.slipway.delivery;

import org.jspecify.annotations.NullMarked;
