/// Reads a picture's header and renders plans, file to file. Knows neither HTTP nor storage.
///
/// One interface, [dev.slipway.image.ImageEngine], and one contract test that every engine
/// passes.
@NullMarked
package dev.slipway.image;

import org.jspecify.annotations.NullMarked;
