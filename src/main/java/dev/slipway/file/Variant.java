package dev.slipway.file;

import dev.slipway.storage.ObjectKey;
import org.jspecify.annotations.Nullable;

/// One size of a picture. What is measured is null until it is ready; `size` in bytes;
/// `frames` is 1 for a still of an animation, too; `attempts` counts the runs.
public record Variant(
        String name,
        VariantState state,
        @Nullable ObjectKey key,
        @Nullable String fileType,
        @Nullable Long size,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer frames,
        int attempts,
        @Nullable Failure error) {}
