package dev.slipway.reconcile;

import dev.slipway.file.Inventory;
import dev.slipway.file.Keys;
import dev.slipway.file.Retention;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectPage;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.StoredObject;
import dev.slipway.storage.UnfinishedUpload;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Removes from quarantine what nobody waits for: objects and unfinished uploads older than the
/// grace whose upload is not open, or is none of ours. Late bytes of a form that was used after
/// the end of its upload go this way.
@Singleton
class ClearQuarantine {

    private static final int SLICE = 1000;

    private final Inventory inventory;
    private final Retention retention;
    private final Clock clock;

    ClearQuarantine(Inventory inventory, Retention retention, Clock clock) {
        this.inventory = inventory;
        this.retention = retention;
        this.clock = clock;
    }

    /// How many objects of this page went.
    long clear(ObjectStore store, ObjectPage page) {
        var old = page.objects().stream().filter(this::isOld).map(StoredObject::key).toList();
        var open = inventory.open(store.name(), uploads(old));
        var gone = old.stream().filter(key -> !isOf(open, key)).toList();
        store.delete(gone);
        return gone.size();
    }

    /// How many uploads with keys of this prefix were aborted: those that were to bring a file,
    /// and copies of large files that were cut short.
    long abort(ObjectStore store, String prefix) {
        var before = retention.deadIfExpiredBefore(clock.instant());
        var old =
                store.multipart().unfinished(prefix).stream()
                        .filter(upload -> upload.begunAt().isBefore(before))
                        .toList();
        long aborted = 0;
        for (var from = 0; from < old.size(); from += SLICE) {
            aborted += abort(store, old.subList(from, Math.min(old.size(), from + SLICE)));
        }
        return aborted;
    }

    private long abort(ObjectStore store, List<UnfinishedUpload> old) {
        var open =
                inventory.open(
                        store.name(), uploads(old.stream().map(UnfinishedUpload::key).toList()));
        var dead = old.stream().filter(upload -> !isOf(open, upload.key())).toList();
        dead.forEach(upload -> store.multipart().abort(upload.key(), upload.uploadId()));
        return dead.size();
    }

    private boolean isOld(StoredObject object) {
        return object.lastModified().isBefore(retention.deadIfExpiredBefore(clock.instant()));
    }

    private static List<UUID> uploads(List<ObjectKey> keys) {
        return keys.stream()
                .map(key -> Keys.findContent(key.value()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static boolean isOf(Set<UUID> open, ObjectKey key) {
        return Keys.findContent(key.value()).filter(open::contains).isPresent();
    }
}
