package dev.slipway.file;

import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Storages;
import jakarta.inject.Singleton;
import java.util.List;

/// Removes all that an upload has left in its storage, and its copies in others: what came to
/// quarantine, the parts of it, and whatever was made of it. Doing it again does no harm.
@Singleton
class RemoveContent {

    private final Storages storages;
    private final RemoveParts removeParts;
    private final MirrorCopies copies;

    RemoveContent(Storages storages, RemoveParts removeParts, MirrorCopies copies) {
        this.storages = storages;
        this.removeParts = removeParts;
        this.copies = copies;
    }

    void remove(FileRecord upload) {
        var store = storages.named(upload.storage());
        var incoming = Keys.incoming(upload.id());
        removeParts.remove(upload);
        var prefix = Keys.contentPrefix(upload.profile().visibility(), upload.id());
        removeAll(store, prefix);
        store.delete(List.of(incoming));
        // last: a mirror that does not answer keeps nothing at home
        for (var other : copies.storages(upload.id())) {
            removeAll(storages.named(other), prefix);
            copies.forget(other, upload.id());
        }
    }

    private static void removeAll(ObjectStore store, String prefix) {
        RemoveListed.below(prefix, store, all -> all);
    }
}
