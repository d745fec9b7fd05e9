/// Start-up checks and the commands.
@NullMarked
package dev.slipway.ops;

import org.jspecify.annotations.NullMarked;
