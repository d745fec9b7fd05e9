package dev.slipway.file;

import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.Storages;
import jakarta.inject.Singleton;
import java.util.Set;

/// Removes what stands beside the objects of a content that rows name, at home and in mirrors.
@Singleton
final class RemoveStrays {

    private final Storages storages;
    private final Inventory inventory;
    private final MirrorCopies copies;

    RemoveStrays(Storages storages, Inventory inventory, MirrorCopies copies) {
        this.storages = storages;
        this.inventory = inventory;
        this.copies = copies;
    }

    /// False while objects of it may still be about to be named: then nothing goes yet.
    boolean of(FileRecord upload) {
        if (inventory.isInMotion(upload.id())) {
            return false;
        }
        var prefix = Keys.contentPrefix(upload.profile().visibility(), upload.id());
        remove(upload.storage(), prefix);
        // last: a mirror that does not answer keeps nothing at home
        for (var other : copies.storages(upload.id())) {
            copies.forget(other, remove(other, prefix));
        }
        return true;
    }

    private Set<ObjectKey> remove(String storage, String prefix) {
        return RemoveListed.below(prefix, storages.named(storage), inventory::strays);
    }
}
