package dev.slipway.file;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far the erasure of an owner is. The figures add up over repetitions; `finishedAt` is null
/// while it goes on, `objectsLeft` counts uploads that still may have objects, `heldBack` files
/// that a legal hold keeps.
public record Erasure(
        long filesDeleted,
        long pendingCancelled,
        long heldBack,
        long objectsLeft,
        Instant startedAt,
        @Nullable Instant finishedAt) {}
