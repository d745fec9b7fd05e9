package dev.slipway.file;

import dev.slipway.job.Job;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Storages;
import dev.slipway.storage.StoredObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Removes what stands beside the objects of a content that rows name. Copies that a finish has
/// left beside the one that became the file, where a storage cannot copy on condition: tries whose
/// answer was lost, or that died. And variants that were made again since, or stored by a run that
/// failed. In mirrors, too. The subject is the upload's id.
@Singleton
public final class ForgetCopies implements Job {

    public static final String NAME = "forget-copies";

    private final Storages storages;
    private final Files files;
    private final Inventory inventory;
    private final MirrorCopies copies;
    private final Retention retention;
    private final Clock clock;

    ForgetCopies(
            Storages storages,
            Files files,
            Inventory inventory,
            MirrorCopies copies,
            Retention retention,
            Clock clock) {
        this.storages = storages;
        this.files = files;
        this.inventory = inventory;
        this.copies = copies;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(String subject, int attempt) {
        var upload = files.find(UUID.fromString(subject));
        if (upload.isEmpty()) {
            return new Outcome.Done();
        }
        var file = upload.get();
        if (inventory.isInMotion(file.id())) {
            return new Outcome.Again(retention.losersGo(clock.instant()));
        }
        var prefix = Keys.contentPrefix(file.profile().visibility(), file.id());
        removeStrays(storages.named(file.storage()), prefix);
        // last: a mirror that does not answer keeps nothing at home
        for (var other : copies.storages(file.id())) {
            copies.forget(other, removeStrays(storages.named(other), prefix));
        }
        return new Outcome.Done();
    }

    private Set<ObjectKey> removeStrays(ObjectStore store, String prefix) {
        var removed = new HashSet<ObjectKey>();
        ObjectKey after = null;
        boolean more;
        do {
            var page = store.list(prefix, after);
            var keys = page.objects().stream().map(StoredObject::key).toList();
            var strays = inventory.strays(keys);
            store.delete(strays);
            removed.addAll(strays);
            after = keys.isEmpty() ? null : keys.getLast();
            more = page.more();
        } while (more);
        return removed;
    }
}
