package dev.slipway.reconcile;

import dev.slipway.file.NamedKeys;
import dev.slipway.file.Retention;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.StoredObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Compares a page of a storage's list with the keys that rows name in the same stretch, and
/// only reports: nothing that may be somebody's file is removed without being told to.
@Singleton
class ComparePage {

    /// As many keys as rows name in one stretch: the storage may be empty, and the rows many.
    private static final int MOST = 1000;

    /// What is wrong in a stretch of keys, which ends with `last` and holds so many `objects`.
    record Difference(
            String last, long objects, List<String> withoutRow, List<String> withoutObject) {}

    private final NamedKeys namedKeys;
    private final Retention retention;
    private final Clock clock;

    ComparePage(NamedKeys namedKeys, Retention retention, Clock clock) {
        this.namedKeys = namedKeys;
        this.retention = retention;
        this.clock = clock;
    }

    /// The stretch is what comes after `after`, up to and with `last`, or less; `objects` are all
    /// that the storage has listed there.
    Difference compare(ObjectStore store, List<StoredObject> objects, String after, String last) {
        var page = namedKeys.between(store.name(), after, last, MOST);
        var end = page.size() == MOST ? page.getLast().value() : last;
        var listed =
                objects.stream()
                        .filter(object -> object.key().value().compareTo(end) <= 0)
                        .toList();
        var named = Set.copyOf(page);
        return new Difference(
                end, listed.size(), withoutRow(listed, named), withoutObject(store, listed, named));
    }

    /// A finish that is at work has promoted its object and will name it: only old ones count.
    private List<String> withoutRow(List<StoredObject> objects, Set<ObjectKey> named) {
        var before = retention.deadIfExpiredBefore(clock.instant());
        return objects.stream()
                .filter(object -> object.lastModified().isBefore(before))
                .map(StoredObject::key)
                .filter(key -> !named.contains(key))
                .map(ObjectKey::value)
                .toList();
    }

    /// What was finished after the page was listed is not in it: each is asked for.
    private static List<String> withoutObject(
            ObjectStore store, List<StoredObject> objects, Set<ObjectKey> named) {
        var listed = objects.stream().map(StoredObject::key).collect(Collectors.toSet());
        var missing = new HashSet<>(named);
        missing.removeAll(listed);
        return missing.stream()
                .filter(key -> store.find(key).isEmpty())
                .map(ObjectKey::value)
                .sorted()
                .toList();
    }
}
