package dev.slipway.file;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far the pictures of a profile have been given its present terms: `files` are those whose
/// variants are made again, `after` is the last one that was looked at.
public record Reprocessing(
        String profile,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable UUID after,
        long files) {}
