package dev.slipway.file;

import org.jspecify.annotations.Nullable;

/// What is known of a picture as it is shown: pixels, of an animation the number of frames, and
/// what stands in for it until it has loaded. Null is not known, or no picture.
public record Appearance(
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer frames,
        @Nullable String placeholder,
        @Nullable String dominantColour) {

    static final Appearance UNKNOWN = new Appearance(null, null, null, null, null);
}
