package dev.slipway.processing;

import dev.slipway.file.Reprocessing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far the reprocessing of a profile is: `files` are those whose pictures are made again so
/// far, `failed` those that could not be looked at, of which `failedFiles` names the first hundred;
/// it is over when `finishedAt` is there, and the last of them may still be at work then.
public record ReprocessingReport(
        String profile,
        long files,
        long failed,
        List<UUID> failedFiles,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    static ReprocessingReport of(Reprocessing progress) {
        return new ReprocessingReport(
                progress.profile(),
                progress.files(),
                progress.failed(),
                progress.failedFiles(),
                progress.startedAt(),
                progress.finishedAt());
    }
}
