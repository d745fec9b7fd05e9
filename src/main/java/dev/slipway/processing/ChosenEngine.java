package dev.slipway.processing;

import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageLimits;
import java.util.function.Function;

/// The engine that is to be, before its limits are known.
///
/// - `usualMemory`: what pictures may take together in it, where no setting says it
record ChosenEngine(long usualMemory, Function<ImageLimits, ImageEngine> within) {}
