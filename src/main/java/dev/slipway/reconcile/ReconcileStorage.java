package dev.slipway.reconcile;

import dev.slipway.file.Keys;
import dev.slipway.file.Retention;
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
    private final TakeStock takeStock;
    private final Reconciliations reconciliations;
    private final Retention retention;
    private final Clock clock;

    ReconcileStorage(
            ClearQuarantine clearQuarantine,
            TakeStock takeStock,
            Reconciliations reconciliations,
            Retention retention,
            Clock clock) {
        this.clearQuarantine = clearQuarantine;
        this.takeStock = takeStock;
        this.reconciliations = reconciliations;
        this.retention = retention;
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
        return prefix.equals(Keys.QUARANTINE)
                ? clear(store, after, progress)
                : compare(store, prefix, after, progress);
    }

    private Progress clear(ObjectStore store, @Nullable ObjectKey after, Progress progress) {
        var page = store.list(Keys.QUARANTINE, after);
        var objects = page.objects();
        var last = page.more() ? objects.getLast().key().value() : Keys.QUARANTINE + END;
        return progress.cleared(last, objects.size(), clearQuarantine.clear(store, page));
    }

    /// Only reports: nothing that may be somebody's file is removed without being told to.
    private Progress compare(
            ObjectStore store, String prefix, @Nullable ObjectKey after, Progress progress) {
        var before = retention.deadIfExpiredBefore(clock.instant());
        var page = takeStock.of(store, prefix, after, before);
        return progress.compared(
                page.next().map(ObjectKey::value).orElse(prefix + END),
                page.objects().size(),
                page.strays(),
                page.missing());
    }

    private static @Nullable ObjectKey startOf(String prefix, @Nullable String afterKey) {
        return afterKey != null && afterKey.startsWith(prefix) && ObjectKey.isValid(afterKey)
                ? new ObjectKey(afterKey)
                : null;
    }
}
