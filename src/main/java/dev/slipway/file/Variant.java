package dev.slipway.file;

import dev.slipway.storage.ObjectKey;
import org.jspecify.annotations.Nullable;

/// One size of a picture. What is measured is null until it is ready; `size` in bytes.
public record Variant(
        String name,
        VariantState state,
        @Nullable ObjectKey key,
        @Nullable String fileType,
        @Nullable Long size,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Failure error) {}
