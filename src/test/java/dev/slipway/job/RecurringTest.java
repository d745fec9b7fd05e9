package dev.slipway.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D89: work that comes back by itself")
class RecurringTest {

    private static final int PATIENCE = 30;

    /// Notes its runs; the first one fails.
    private static final class Noted implements Recurring {

        private final String name;
        private final AtomicInteger atWork = new AtomicInteger();
        private final AtomicBoolean first = new AtomicBoolean(true);
        private final Duration interval;
        private final BlockingQueue<Integer> runs;

        Noted(String name, Duration interval, BlockingQueue<Integer> runs) {
            this.name = name;
            this.interval = interval;
            this.runs = runs;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Duration interval() {
            return interval;
        }

        @Override
        public void run() {
            runs.add(atWork.incrementAndGet());
            atWork.decrementAndGet();
            if (first.getAndSet(false)) {
                throw new IllegalStateException("the first run fails, as this test wants it");
            }
        }
    }

    @Inject AgroalDataSource database;
    @Inject Jobs jobs;
    @Inject JobConfig config;

    @Test
    void comesBackAfterAFailureAndRunsOnOneNodeAtATime() throws InterruptedException {
        var runs = new LinkedBlockingQueue<Integer>();
        var work = new Noted("recurs " + UUID.randomUUID(), Duration.ofMillis(100), runs);
        var nodes = List.of(node(work), node(work));
        nodes.forEach(node -> node.start(new StartupEvent()));
        try {
            for (var run = 0; run < 4; run++) {
                assertThat(runs.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo(1);
            }
        } finally {
            nodes.forEach(node -> node.stop(new ShutdownEvent()));
        }
    }

    @Test
    void comesBackSoonerOnceItsIntervalIsShorter() throws InterruptedException {
        var runs = new LinkedBlockingQueue<Integer>();
        var name = "changes " + UUID.randomUUID();
        for (var interval : List.of(Duration.ofDays(365), Duration.ofMillis(100))) {
            var node = node(new Noted(name, interval, runs));
            node.start(new StartupEvent());
            try {
                assertThat(runs.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo(1);
            } finally {
                node.stop(new ShutdownEvent());
            }
        }
    }

    private JobScheduler node(Recurring work) {
        return new JobScheduler(database, List.of(), List.of(work), jobs, config);
    }
}
