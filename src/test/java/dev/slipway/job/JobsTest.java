package dev.slipway.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(JobsTest.HardlyEverPolling.class)
class JobsTest {

    private static final String NAME = "noted-by-a-test";
    private static final int PATIENCE = 20;
    private static final Instant LATER =
            Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    /// So that what starts at once does not start because somebody happened to look.
    public static final class HardlyEverPolling implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("slipway.jobs.polling-interval", "1h");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PostgresResource.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    /// Work that only says that it was done.
    @Singleton
    static final class Noted implements Job {

        final CountDownLatch mayEnd = new CountDownLatch(1);
        final BlockingQueue<String> done = new LinkedBlockingQueue<>();

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Outcome run(String subject, int attempt) {
            done.add(subject + " " + attempt);
            if (subject.startsWith("slow")) {
                try {
                    mayEnd.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return new Outcome.Done();
        }
    }

    @Inject Jobs jobs;
    @Inject Noted noted;
    @Inject AgroalDataSource database;

    private final String subject = UUID.randomUUID().toString();

    @Test
    @DisplayName("D68: work starts as soon as its transaction has committed, and not before")
    void workStartsAfterTheCommit() throws InterruptedException {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            jobs.enqueue(NAME, subject, Instant.now());
                            assertThat(noted.done).isEmpty();
                        });
        assertThat(noted.done.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo(subject + " 1");
    }

    @Test
    void workOfARolledBackTransactionDoesNotExist() {
        QuarkusTransaction.begin();
        jobs.enqueue(NAME, subject, LATER);
        QuarkusTransaction.rollback();
        assertThat(due()).isEmpty();
    }

    @Test
    void workThatWaitsTwiceIsDueAtTheEarlierTime() {
        enqueue(LATER);
        enqueue(LATER.plusSeconds(1));
        assertThat(due()).containsExactly(LATER);
        enqueue(LATER.minusSeconds(1));
        assertThat(due()).containsExactly(LATER.minusSeconds(1));
    }

    @Test
    void workOfTheSameKindForAnotherSubjectIsOtherWork() {
        enqueue(LATER);
        QuarkusTransaction.requiringNew().run(() -> jobs.enqueue(NAME, "other", LATER));
        assertThat(due()).containsExactly(LATER);
    }

    @Test
    @DisplayName("two transactions that enqueue the same work at once make one piece of it")
    void enqueueingTwiceAtOnce() throws Exception {
        var enqueued = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first =
                    threads.submit(
                            () ->
                                    QuarkusTransaction.requiringNew()
                                            .call(
                                                    () -> {
                                                        jobs.enqueue(NAME, subject, LATER);
                                                        enqueued.countDown();
                                                        return mayCommit.await(
                                                                PATIENCE, TimeUnit.SECONDS);
                                                    }));
            assertThat(enqueued.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
            var second = threads.submit(() -> enqueue(LATER.minusSeconds(1)));
            awaitSomebodyWaiting();
            mayCommit.countDown();
            assertThat(first.get(PATIENCE, TimeUnit.SECONDS)).isTrue();
            second.get(PATIENCE, TimeUnit.SECONDS);
        }
        assertThat(due()).containsExactly(LATER.minusSeconds(1));
    }

    @Test
    void workThatIsEnqueuedWhileItRunsRunsOnceMore() throws InterruptedException {
        var slow = "slow " + subject;
        QuarkusTransaction.requiringNew().run(() -> jobs.enqueue(NAME, slow, Instant.now()));
        assertThat(noted.done.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo(slow + " 1");
        QuarkusTransaction.requiringNew().run(() -> jobs.enqueue(NAME, slow, Instant.now()));
        noted.mayEnd.countDown();
        assertThat(noted.done.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo(slow + " 1");
    }

    private void enqueue(Instant at) {
        QuarkusTransaction.requiringNew().run(() -> jobs.enqueue(NAME, subject, at));
    }

    /// When the work for this test's subject is due, once for each time that it is there.
    private List<Instant> due() {
        var times = new ArrayList<Instant>();
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select execution_time from scheduled_tasks
                                where task_name = ? and task_instance = ?
                                """)) {
            select.setString(1, NAME);
            select.setString(2, subject);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    times.add(rows.getObject(1, OffsetDateTime.class).toInstant());
                }
            }
            return times;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Returns once a statement of another transaction has to wait for a lock.
    private void awaitSomebodyWaiting() throws SQLException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select 1 from pg_locks where not granted")) {
            while (System.nanoTime() < end) {
                try (var rows = select.executeQuery()) {
                    if (rows.next()) {
                        return;
                    }
                }
            }
        }
        throw new AssertionError("nobody waits for the other transaction");
    }
}
