package dev.slipway.reconcile;

import dev.slipway.file.Contents;
import dev.slipway.file.MirrorCopies;
import dev.slipway.file.Retention;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Removes what has moved from the storage where it was, once no address leads there any more,
/// and only while the moved objects are where they should be.
@Singleton
final class DeleteCopies {

    private static final Logger LOG = Logger.getLogger(DeleteCopies.class);
    private static final int BATCH = 100;

    private final MirrorCopies copies;
    private final Contents contents;
    private final Retention retention;
    private final Clock clock;

    DeleteCopies(MirrorCopies copies, Contents contents, Retention retention, Clock clock) {
        this.copies = copies;
        this.contents = contents;
        this.retention = retention;
        this.clock = clock;
    }

    /// Also what an earlier run has left.
    ///
    /// @return how many objects went
    long delete(ObjectStore from, ObjectStore home) {
        var before = retention.linksAreDeadIfMovedBefore(clock.instant());
        var removed = 0L;
        @Nullable UUID after = null;
        List<UUID> batch;
        do {
            batch = copies.contents(from.name(), home.name(), before, after, BATCH);
            for (var content : batch) {
                after = content;
                removed += delete(content, from, home);
            }
        } while (batch.size() == BATCH);
        return removed;
    }

    /// How many objects are still to go.
    long remaining(ObjectStore from, ObjectStore home) {
        return copies.count(from.name(), home.name());
    }

    private long delete(UUID content, ObjectStore from, ObjectStore home) {
        var keys = copies.keys(from.name(), content);
        for (var key : keys) {
            if (isMissing(key, home)) {
                LOG.errorf("%s is not in %s: what is left stays", key, home.name());
                return 0;
            }
        }
        from.delete(keys);
        copies.forget(from.name(), content);
        return keys.size();
    }

    private boolean isMissing(ObjectKey key, ObjectStore home) {
        return contents.areNaming(key) && home.find(key).isEmpty();
    }
}
