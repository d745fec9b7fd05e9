/// The engine on imgscalr, with its limits: it holds the whole picture in memory.
@NullMarked
package dev.slipway.image.imgscalr;

import org.jspecify.annotations.NullMarked;
