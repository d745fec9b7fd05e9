package dev.slipway.processing;

import dev.slipway.file.FileIds;
import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.Files;
import dev.slipway.file.ProcessingState;
import dev.slipway.file.Runs;
import dev.slipway.job.Jobs;
import dev.slipway.problem.NotFound;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Has the variants of a picture made again, or one of them. What was made before stays until it
/// is made anew; a run that is just ending does not count.
@Singleton
@Transactional
class Reprocess {

    private final Files files;
    private final Runs runs;
    private final Jobs jobs;
    private final Clock clock;

    Reprocess(Files files, Runs runs, Jobs jobs, Clock clock) {
        this.files = files;
        this.runs = runs;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// The file as it is then.
    FileRecord again(String id, @Nullable String variant) {
        var file = FileIds.find(id).flatMap(files::find).filter(Reprocess::isThere);
        var found = file.orElseThrow(() -> new NotFound().refusal());
        if (found.state() != FileState.FINISHED
                || found.processing() == ProcessingState.NONE
                || !runs.want(found, Optional.ofNullable(variant))) {
            throw new NothingToProcess(variant).refusal();
        }
        var contentId = found.finishedContent().id().toString();
        jobs.enqueue(RenderVariants.NAME, contentId, clock.instant());
        return files.find(found.id()).orElseThrow();
    }

    private static boolean isThere(FileRecord file) {
        return file.state() != FileState.DELETED;
    }
}
