package dev.slipway.processing;

import dev.slipway.file.Failure;
import dev.slipway.file.FileRecord;
import dev.slipway.file.Files;
import dev.slipway.file.ForgetContent;
import dev.slipway.file.ProcessingState;
import dev.slipway.file.Variants;
import dev.slipway.image.Rendered;
import dev.slipway.job.Jobs;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/// Records how the rendering of a picture ended, in one transaction; when the content has been
/// replaced or deleted meanwhile, what was stored for it is forgotten.
@Singleton
@Transactional
class RecordVariants {

    private final Files files;
    private final Variants variants;
    private final Jobs jobs;
    private final Clock clock;

    RecordVariants(Files files, Variants variants, Jobs jobs, Clock clock) {
        this.files = files;
        this.variants = variants;
        this.jobs = jobs;
        this.clock = clock;
    }

    void ready(FileRecord file, int attempt, Rendered rendered) {
        var contentId = file.finishedContent().id();
        if (!files.processing(contentId, ProcessingState.READY, attempt, Optional.empty())) {
            forget(contentId);
            return;
        }
        for (var variant : rendered.variants()) {
            variants.ready(contentId, variant, RenderPicture.key(file, variant));
        }
    }

    void failed(UUID contentId, int attempt, Failure error) {
        if (files.processing(contentId, ProcessingState.FAILED, attempt, Optional.of(error))) {
            variants.failed(contentId, error);
        } else {
            forget(contentId);
        }
    }

    /// Nobody needs what a run for this content may have stored.
    void forget(UUID contentId) {
        jobs.enqueue(ForgetContent.NAME, contentId.toString(), clock.instant());
    }
}
