package dev.slipway.file;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far the pictures of a profile have been given its present terms: `files` are those whose
/// variants are made again, `failed` those that could not be looked at, of which `failedFiles` are
/// the first hundred; `after` is the last one that was looked at.
public record Reprocessing(
        String profile,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable UUID after,
        long files,
        long failed,
        List<UUID> failedFiles) {}
