package dev.slipway.processing;

import dev.slipway.file.FileRecord;
import dev.slipway.file.QueueForgetting;
import dev.slipway.file.Runs;
import dev.slipway.job.Jobs;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/// Queues what is to be made again of a picture, in the caller's transaction. What was made before
/// stays until then.
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
class QueueAgain {

    private final Runs runs;
    private final QueueForgetting queueForgetting;
    private final Jobs jobs;
    private final Clock clock;

    QueueAgain(Runs runs, QueueForgetting queueForgetting, Jobs jobs, Clock clock) {
        this.runs = runs;
        this.queueForgetting = queueForgetting;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// All that the file's terms name, or the one variant. False when there is nothing to make.
    boolean wanted(FileRecord file, Optional<String> variant) {
        var wanted = runs.want(file, variant);
        if (wanted) {
            var content = file.finishedContent().id().toString();
            jobs.enqueue(RenderVariants.NAME, content, clock.instant());
        }
        return wanted;
    }

    /// Nothing: its terms name nothing any more.
    void nothing(FileRecord file) {
        if (runs.giveUp(file)) {
            queueForgetting.strays(file.finishedContent().id());
        }
    }
}
