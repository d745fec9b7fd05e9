/// The engine on libvips, through a binding of our own on Java's Foreign Function & Memory API.
///
/// From the bottom up: [LoadLibrary] finds the library, [Libvips] holds its functions, [Job]
/// owns what one picture takes of it, [Operation] runs one of its operations on [VipsImage]s,
/// and [LibvipsEngine] renders.
@NullMarked
package dev.slipway.image.libvips;

import org.jspecify.annotations.NullMarked;
