package dev.slipway.reconcile;

import dev.slipway.file.Contents;
import dev.slipway.file.Inventory;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectPage;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.StoredObject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Merges one page of a storage's list with the rows that belong there. Changes nothing.
@Singleton
final class TakeStock {

    private static final int ROWS = 1000;

    private final Inventory inventory;
    private final Contents contents;

    TakeStock(Inventory inventory, Contents contents) {
        this.inventory = inventory;
        this.contents = contents;
    }

    /// What one page holds: all its objects, those that no row names, those that rows name and
    /// that are not there; and where the next page begins if there is one.
    record Compared(
            Map<ObjectKey, StoredObject> objects,
            List<Inventory.Expected> expected,
            List<ObjectKey> strays,
            List<ObjectKey> missing,
            Optional<ObjectKey> next) {

        Report report(ObjectStore store) {
            return new Report(
                    objects.size(),
                    findings(store, strays),
                    findings(store, missing),
                    Findings.NONE,
                    List.of());
        }

        private static Findings findings(ObjectStore store, List<ObjectKey> keys) {
            return Findings.of(keys.stream().map(key -> Finding.of(store.name(), key)).toList());
        }
    }

    /// Strays are older than `before`: a finish that runs may be about to name younger ones.
    Compared of(ObjectStore store, String prefix, @Nullable ObjectKey after, Instant before) {
        var page = store.list(prefix, after);
        var rows = inventory.expected(store.name(), prefix, after, end(page).orElse(null), ROWS);
        var end = rows.size() == ROWS ? Optional.of(rows.getLast().key()) : end(page);
        var objects =
                page.objects().stream()
                        .filter(object -> end.isEmpty() || object.key().compareTo(end.get()) <= 0)
                        .collect(Collectors.toMap(StoredObject::key, Function.identity()));
        var unnamed =
                inventory.strays(
                        objects.values().stream()
                                .filter(object -> object.lastModified().isBefore(before))
                                .map(StoredObject::key)
                                .toList());
        return new Compared(
                objects,
                rows,
                unnamed.stream().sorted().toList(),
                missing(store, rows, objects),
                end);
    }

    /// Rows may have come or gone since the list was made, so each is looked at once more; when
    /// there are many, those that go into the report.
    private List<ObjectKey> missing(
            ObjectStore store,
            List<Inventory.Expected> rows,
            Map<ObjectKey, StoredObject> objects) {
        var absent =
                rows.stream()
                        .map(Inventory.Expected::key)
                        .filter(key -> !objects.containsKey(key))
                        .distinct()
                        .toList();
        var looked = absent.stream().limit(Findings.MOST_EXAMPLES);
        var rest = absent.stream().skip(Findings.MOST_EXAMPLES);
        return Stream.concat(
                        looked.filter(key -> store.find(key).isEmpty() && contents.areNaming(key)),
                        rest)
                .toList();
    }

    private static Optional<ObjectKey> end(ObjectPage page) {
        return page.more() ? Optional.of(page.objects().getLast().key()) : Optional.empty();
    }
}
