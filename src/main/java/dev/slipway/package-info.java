/// Picks the server or a command.
@NullMarked
package dev.slipway;

import org.jspecify.annotations.NullMarked;
