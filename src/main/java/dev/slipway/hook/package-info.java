/// What the storage says by itself: its event notifications finish uploads whose client has
/// gone away. An event is a hint and nothing more: it only makes somebody look.
@NullMarked
package dev.slipway.hook;

import org.jspecify.annotations.NullMarked;
