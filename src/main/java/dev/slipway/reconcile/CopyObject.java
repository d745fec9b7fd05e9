package dev.slipway.reconcile;

import dev.slipway.file.Contents;
import dev.slipway.file.MirrorCopies;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Copies an object to another storage under the same key, and reads it back there before it
/// counts as copied.
@Singleton
final class CopyObject {

    private final MirrorCopies copies;
    private final Contents contents;
    private final Clock clock;

    CopyObject(MirrorCopies copies, Contents contents, Clock clock) {
        this.copies = copies;
        this.contents = contents;
        this.clock = clock;
    }

    /// What is copied: `sha256` (base64) where its row has one.
    record Original(
            UUID contentId, ObjectKey key, @Nullable String sha256, ObjectHeaders headers) {}

    /// Does nothing when it has been copied before and is still there, or nothing needs it any
    /// more.
    void copy(Original original, ObjectStore from, ObjectStore to) {
        if (to.find(original.key()).isEmpty()) {
            copies.lost(to.name(), original.key());
        }
        if (!copies.begin(to.name(), original.contentId(), original.key())) {
            return;
        }
        try {
            // swept under this name after a day if the process is killed
            var folder = Files.createTempDirectory("slipway-work-");
            var file = folder.resolve("object");
            try {
                copy(original, from, to, file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no room to copy " + original.key(), e);
        }
    }

    private void copy(Original original, ObjectStore from, ObjectStore to, Path file) {
        var key = original.key();
        if (!from.copyTo(key, file)) {
            throw new IllegalStateException(key + " is not there, in " + from.name());
        }
        var sum = Sums.of(file);
        if (original.sha256() != null && !original.sha256().equals(sum)) {
            throw new IllegalStateException(
                    key + " is damaged in " + from.name() + ": its SHA-256 is " + sum);
        }
        var written = to.write(key, file, original.headers());
        if (Sums.of(to, written).filter(sum::equals).isEmpty()) {
            throw new IllegalStateException(key + " is not what was written, in " + to.name());
        }
        var kept = copies.copied(to.name(), original.contentId(), key, sum, clock.instant());
        // the file may have gone meanwhile, or have moved to where it was to be copied
        if (!kept && !contents.areNaming(key)) {
            to.delete(List.of(key));
        }
    }
}
