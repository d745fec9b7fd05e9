package dev.slipway.reconcile;

import dev.slipway.file.FileRecord;
import dev.slipway.file.Files;
import dev.slipway.job.Job;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Storages;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Copies a finished content to the mirror: the original, and the variants that are ready. The
/// subject is the content's id.
@Singleton
final class MirrorContent implements Job {

    static final String NAME = "mirror-content";

    private final Files files;
    private final Storages storages;
    private final Originals originals;
    private final CopyObject copyObject;

    MirrorContent(Files files, Storages storages, Originals originals, CopyObject copyObject) {
        this.files = files;
        this.storages = storages;
        this.originals = originals;
        this.copyObject = copyObject;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(String subject, int attempt) {
        storages.mirror()
                .ifPresent(
                        mirror ->
                                files.findByContent(UUID.fromString(subject))
                                        .ifPresent(file -> copy(file, mirror)));
        return new Outcome.Done();
    }

    private void copy(FileRecord file, ObjectStore mirror) {
        var home = storages.named(file.finishedContent().storage());
        if (home != mirror) {
            originals.of(file).forEach(original -> copyObject.copy(original, home, mirror));
        }
    }
}
