package dev.slipway.reconcile;

import dev.slipway.file.Keys;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks through one storage, page by page, in the order of its keys. After each page it is
/// recorded how far it has come: when it is killed, another run goes on there.
@Singleton
class ReconcileStorage {

    /// In the order of their bytes.
    private static final List<String> PREFIXES = List.of(Keys.QUARANTINE, "private/", "public/");

    /// After every key that can be: `~` is in none.
    private static final String END = "~";

    private final ClearQuarantine clearQuarantine;
    private final ComparePage comparePage;
    private final Reconciliations reconciliations;
    private final Clock clock;

    ReconcileStorage(
            ClearQuarantine clearQuarantine,
            ComparePage comparePage,
            Reconciliations reconciliations,
            Clock clock) {
        this.clearQuarantine = clearQuarantine;
        this.comparePage = comparePage;
        this.reconciliations = reconciliations;
        this.clock = clock;
    }

    Progress reconcile(ObjectStore store) {
        var progress =
                reconciliations
                        .findUnfinished(store.name())
                        .orElseGet(() -> Progress.begun(store.name(), clock.instant()));
        for (var prefix : PREFIXES) {
            if (progress.afterKey() == null || progress.afterKey().compareTo(prefix + END) < 0) {
                progress = walk(store, prefix, progress);
            }
        }
        progress = progress.finished(clock.instant());
        reconciliations.record(progress);
        return progress;
    }

    private Progress walk(ObjectStore store, String prefix, Progress before) {
        var progress = before;
        boolean more;
        do {
            progress = page(store, prefix, progress);
            reconciliations.record(progress);
            more = !String.valueOf(progress.afterKey()).equals(prefix + END);
        } while (more);
        return progress.aborted(clearQuarantine.abort(store, prefix));
    }

    /// One page; behind the last one, `afterKey` is behind all that begins with the prefix.
    private Progress page(ObjectStore store, String prefix, Progress progress) {
        var after = startOf(prefix, progress.afterKey());
        var page = store.list(prefix, after);
        var objects = page.objects();
        var last =
                page.more() && !objects.isEmpty() ? objects.getLast().key().value() : prefix + END;
        if (prefix.equals(Keys.QUARANTINE)) {
            var removed = clearQuarantine.clear(store, page);
            return progress.cleared(last, objects.size(), removed);
        }
        var difference =
                comparePage.compare(store, objects, after == null ? prefix : after.value(), last);
        return progress.compared(
                difference.last(),
                difference.objects(),
                difference.withoutRow(),
                difference.withoutObject());
    }

    private static @Nullable ObjectKey startOf(String prefix, @Nullable String afterKey) {
        return afterKey != null && afterKey.startsWith(prefix) && ObjectKey.isValid(afterKey)
                ? new ObjectKey(afterKey)
                : null;
    }
}
