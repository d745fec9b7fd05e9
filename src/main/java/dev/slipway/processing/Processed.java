package dev.slipway.processing;

import dev.slipway.file.Failure;
import dev.slipway.image.Rendering;
import java.util.Optional;

/// What a run came to: of the variants, and why the original stayed as it was brought, where it
/// was to be sanitised and is not.
record Processed(Rendering rendering, Optional<Failure> obstacle) {}
