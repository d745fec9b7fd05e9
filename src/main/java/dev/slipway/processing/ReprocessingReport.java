package dev.slipway.processing;

import dev.slipway.file.Reprocessing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far the reprocessing of a profile is: `files` are those whose pictures are made again so
/// far; it is over when `finishedAt` is there, and the last of them may still be at work then.
public record ReprocessingReport(
        String profile, long files, Instant startedAt, @Nullable Instant finishedAt) {

    static ReprocessingReport of(Reprocessing progress) {
        return new ReprocessingReport(
                progress.profile(), progress.files(), progress.startedAt(), progress.finishedAt());
    }
}
