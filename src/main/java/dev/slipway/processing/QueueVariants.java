package dev.slipway.processing;

import dev.slipway.file.FileRecord;
import dev.slipway.file.ProcessingState;
import dev.slipway.file.Variants;
import dev.slipway.image.ImageEngine;
import dev.slipway.job.Jobs;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/// Announces the variants of a new content, in the transaction that records it.
@Singleton
public final class QueueVariants {

    private final ImageEngine engine;
    private final Variants variants;
    private final Jobs jobs;

    QueueVariants(ImageEngine engine, Variants variants, Jobs jobs) {
        this.engine = engine;
        this.variants = variants;
        this.jobs = jobs;
    }

    /// Queued for every picture whose profile asks for anything to be made of it, or for it to be
    /// sanitised: one that the engine cannot read then fails with a reason instead of silently.
    public ProcessingState stateFor(FileRecord upload) {
        var picture =
                upload.fileType().startsWith("image/")
                        || engine.capabilities().readableTypes().contains(upload.fileType());
        var profile = upload.profile();
        var wanted =
                !profile.variants().isEmpty()
                        || profile.placeholder()
                        || SanitiseOriginal.isAskedFor(upload);
        return picture && wanted ? ProcessingState.QUEUED : ProcessingState.NONE;
    }

    /// Queues the work that [#stateFor] promised.
    public void enqueue(FileRecord upload, UUID contentId, Instant now) {
        if (stateFor(upload) == ProcessingState.QUEUED) {
            variants.queue(contentId, upload.profile().variants());
            jobs.enqueue(RenderVariants.NAME, contentId.toString(), now);
        }
    }
}
