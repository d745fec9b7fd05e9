package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.file.Inventory;
import dev.slipway.file.Keys;
import dev.slipway.flow.Rows;
import dev.slipway.flow.SettableClock;
import dev.slipway.job.Job;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.StoredObject;
import dev.slipway.storage.UnfinishedUpload;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// The last judge of a test that has disturbed the program: lets days pass, ends all work that
/// waits, and then compares the storage with the rows.
@Singleton
public final class Audit {

    /// Longer than any form, any part and any grace.
    private static final Duration DAYS = Duration.ofDays(9);

    private static final String NOT_OVER =
            """
            select id || ' ' || state || ' ' || coalesce(processing, '') from file
            where processing in ('queued', 'running') or state = 'verifying'
              or (state in ('deleted', 'rejected', 'expired') and purged_at is null)
            """;

    private final ObjectStore store;
    private final ReconcileStorage reconcileStorage;
    private final RemoveStrays removeStrays;
    private final Inventory inventory;
    private final WaitingWork waitingWork;
    private final Rows rows;
    private final SettableClock clock;

    Audit(
            ObjectStore store,
            ReconcileStorage reconcileStorage,
            RemoveStrays removeStrays,
            Inventory inventory,
            WaitingWork waitingWork,
            Rows rows,
            SettableClock clock) {
        this.store = store;
        this.reconcileStorage = reconcileStorage;
        this.removeStrays = removeStrays;
        this.inventory = inventory;
        this.waitingWork = waitingWork;
        this.rows = rows;
        this.clock = clock;
    }

    /// Nothing is left behind, nothing is missing, and every byte is the right one.
    public void findsNothing() {
        clock.goOn(DAYS);
        try {
            waitingWork.end();
            assertThat(rows.texts(NOT_OVER)).as("rows that have not come to an end").isEmpty();
            assertThat(leftBehind()).as("left of uploads that have ended").isEmpty();
            var compared = reconcileStorage.reconcile(store);
            assertThat(compared.examples()).isEmpty();
            assertThat(compared.objects()).isPositive();
            assertThat(compared.removed() + compared.aborted()).isZero();
            var report = removeStrays.run(everything()).report();
            assertThat(report)
                    .isEqualTo(
                            new Report(
                                    report.objects(),
                                    Findings.NONE,
                                    Findings.NONE,
                                    Findings.NONE,
                                    List.of()));
        } finally {
            clock.reset();
        }
    }

    private List<ObjectKey> leftBehind() {
        var page = store.list(Keys.QUARANTINE, null);
        assertThat(page.more()).as("more than a page").isFalse();
        var keys =
                Stream.concat(
                                page.objects().stream().map(StoredObject::key),
                                store.multipart().unfinished("").stream()
                                        .map(UnfinishedUpload::key))
                        .toList();
        var open = inventory.open(store.name(), keys.stream().map(Audit::upload).toList());
        return keys.stream().filter(key -> !open.contains(upload(key))).toList();
    }

    private static UUID upload(ObjectKey key) {
        return Keys.findContent(key.value()).orElseThrow();
    }

    private static RemoveStrays.Wish everything() {
        return new RemoveStrays.Wish(false, Duration.ofHours(1), null, true, false);
    }

    /// Work that is due, or will be.
    @Singleton
    static final class WaitingWork {

        private static final String WAITING =
                "select task_instance from scheduled_tasks where task_name = ?";

        private final List<Job> kinds;
        private final Rows rows;

        WaitingWork(@All List<Job> kinds, Rows rows) {
            this.kinds = kinds;
            this.rows = rows;
        }

        /// It may run on the scheduler at the same time, which does no harm.
        void end() {
            for (var kind : kinds) {
                for (var subject : rows.texts(WAITING, kind.name())) {
                    assertThat(kind.run(subject, 1))
                            .as(kind.name() + " " + subject)
                            .isEqualTo(new Job.Outcome.Done());
                }
            }
        }
    }
}
