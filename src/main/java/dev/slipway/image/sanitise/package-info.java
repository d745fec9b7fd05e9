/// Takes the metadata out of a picture's file and leaves its pixels as they are, byte by byte.
@NullMarked
package dev.slipway.image.sanitise;

import org.jspecify.annotations.NullMarked;
