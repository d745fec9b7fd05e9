package dev.slipway.file;

import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.StoredObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/// Goes through all that is stored below a prefix, page by page, and removes some of it.
final class RemoveListed {

    private RemoveListed() {}

    /// Removes those that `choose` gives back of the keys of a page.
    ///
    /// @return what was removed
    static Set<ObjectKey> below(
            String prefix,
            ObjectStore store,
            Function<Collection<ObjectKey>, Collection<ObjectKey>> choose) {
        var removed = new HashSet<ObjectKey>();
        ObjectKey after = null;
        boolean more;
        do {
            var page = store.list(prefix, after);
            var keys = page.objects().stream().map(StoredObject::key).toList();
            var chosen = choose.apply(keys);
            store.delete(chosen);
            removed.addAll(chosen);
            after = keys.isEmpty() ? null : keys.getLast();
            more = page.more();
        } while (more);
        return removed;
    }
}
