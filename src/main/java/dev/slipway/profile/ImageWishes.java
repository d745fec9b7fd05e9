package dev.slipway.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an upload asks of its variants, within what its profile allows. `widths` in pixels
/// instead of the profile's; `format` is one of `keep`, `jpeg`, `png`, `webp`, `avif`; null leaves
/// it as the profile says.
public record ImageWishes(
        @Nullable List<@Nullable Integer> widths,
        @Nullable String format,
        @Nullable Integer quality,
        @Nullable Boolean progressive) {}
