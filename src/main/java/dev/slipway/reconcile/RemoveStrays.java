package dev.slipway.reconcile;

import dev.slipway.file.Inventory;
import dev.slipway.problem.Refusal;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Storages;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Compares storages with the rows on request, and removes the objects that no row names when
/// that is asked: never where many would go, because then it is the database that is wrong.
@Singleton
public final class RemoveStrays {

    private static final List<String> KEPT = List.of("private/", "public/");
    private static final int FEW = 10;
    private static final int BATCH = 1000;

    private final Storages storages;
    private final Markers markers;
    private final TakeStock takeStock;
    private final Inventory inventory;
    private final Clock clock;

    RemoveStrays(
            Storages storages,
            Markers markers,
            TakeStock takeStock,
            Inventory inventory,
            Clock clock) {
        this.storages = storages;
        this.markers = markers;
        this.takeStock = takeStock;
        this.inventory = inventory;
        this.clock = clock;
    }

    /// What is asked for: `apply` removes objects without a row that are older than `olderThan`,
    /// `force` also when there are many; `checksums` reads what has a SHA-256 again; `storage` is
    /// the only one to look at, null are all.
    public record Wish(
            boolean apply,
            Duration olderThan,
            @Nullable String storage,
            boolean checksums,
            boolean force) {}

    /// What was found, and how many objects were removed; `braked` when there were too many.
    public record Outcome(Report report, long removed, boolean braked) {}

    private record Compared(ObjectStore store, Report report, List<ObjectKey> strays) {

        /// More than ten, and more than one in a hundred.
        boolean isTooMuch() {
            return strays.size() > FEW && strays.size() * 100L > report.objects();
        }
    }

    public Outcome run(Wish wish) {
        var compared =
                storages.all().stream()
                        .filter(
                                store ->
                                        wish.storage() == null
                                                || wish.storage().equals(store.name()))
                        .map(store -> compare(store, wish))
                        .toList();
        var report = compared.stream().map(Compared::report).reduce(Report.EMPTY, Report::plus);
        if (!wish.apply()) {
            return new Outcome(report, 0, false);
        }
        if (!wish.force() && compared.stream().anyMatch(Compared::isTooMuch)) {
            return new Outcome(report, 0, true);
        }
        return new Outcome(report, compared.stream().mapToLong(this::remove).sum(), false);
    }

    private Compared compare(ObjectStore store, Wish wish) {
        try {
            return markers.isOurs(store)
                    ? compareAll(store, wish)
                    : skipped(store, "It does not carry the id of this installation.");
        } catch (Refusal silent) {
            return skipped(store, silent.problem().detail());
        }
    }

    private Compared compareAll(ObjectStore store, Wish wish) {
        var before = clock.instant().minus(wish.olderThan());
        var strays = new ArrayList<ObjectKey>();
        var report = Report.EMPTY;
        for (var prefix : KEPT) {
            Optional<ObjectKey> next = Optional.empty();
            do {
                var page = takeStock.of(store, prefix, next.orElse(null), before);
                strays.addAll(page.strays());
                report = report.plus(page.report(store));
                if (wish.checksums()) {
                    report = report.plus(Report.ofDamaged(damaged(store, page)));
                }
                next = page.next();
            } while (next.isPresent());
        }
        return new Compared(store, report, strays);
    }

    private static Findings damaged(ObjectStore store, TakeStock.Compared page) {
        return Findings.of(
                page.expected().stream()
                        .filter(expected -> isDamaged(store, page, expected))
                        .map(expected -> Finding.of(store.name(), expected.key()))
                        .toList());
    }

    private static boolean isDamaged(
            ObjectStore store, TakeStock.Compared page, Inventory.Expected expected) {
        var object = page.objects().get(expected.key());
        var wanted = expected.sha256();
        return object != null
                && wanted != null
                && Sums.of(store, object).filter(sum -> !sum.equals(wanted)).isPresent();
    }

    /// A row may have named one of them meanwhile.
    private long remove(Compared compared) {
        var removed = 0L;
        for (var from = 0; from < compared.strays().size(); from += BATCH) {
            var to = Math.min(from + BATCH, compared.strays().size());
            var still = inventory.strays(compared.strays().subList(from, to));
            compared.store().delete(still);
            removed += still.size();
        }
        return removed;
    }

    private static Compared skipped(ObjectStore store, String reason) {
        return new Compared(store, Report.ofSkipped(store.name(), reason), List.of());
    }
}
