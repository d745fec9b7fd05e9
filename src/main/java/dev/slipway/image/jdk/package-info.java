/// The portable engine: what ImageIO decodes row by row is filtered and written as it comes,
/// so that the memory does not grow with the picture.
///
/// The rows run one way: a source (a decoder) gives them from the top down to
/// [dev.slipway.image.jdk.RowSink]s, which are filters with further sinks behind them or, at
/// the end, a [dev.slipway.image.jdk.Canvas].
@NullMarked
package dev.slipway.image.jdk;

import org.jspecify.annotations.NullMarked;
