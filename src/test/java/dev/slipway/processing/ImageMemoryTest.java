package dev.slipway.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D77: pictures are admitted by their bytes, not by their number")
class ImageMemoryTest {

    private static final long MIB = 1 << 20;

    @Test
    void neverAdmitsMoreThanTheBudget() throws Exception {
        var memory = new ImageMemory(10 * MIB);
        var held = new AtomicLong();
        var most = new AtomicLong();
        Callable<Long> picture =
                () ->
                        memory.with(
                                4 * MIB,
                                () -> {
                                    most.accumulateAndGet(held.addAndGet(4 * MIB), Math::max);
                                    Thread.yield();
                                    return held.addAndGet(-4 * MIB);
                                });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(Stream.generate(() -> picture).limit(200).toList())) {
                done.get();
            }
        }
        assertThat(most.get()).isBetween(4 * MIB, 8 * MIB);
        assertThat(held.get()).isZero();
    }

    @Test
    void admitsWhatNeedsMoreThanAllOfItAlone() {
        assertThat(new ImageMemory(10 * MIB).with(99 * MIB, () -> "done")).isEqualTo("done");
    }

    @Test
    void givesBackAfterAFailure() {
        var memory = new ImageMemory(MIB);
        for (var i = 0; i < 3; i++) {
            try {
                memory.with(
                        MIB,
                        () -> {
                            throw new IllegalStateException("broken");
                        });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("broken");
            }
        }
        assertThat(memory.with(MIB, () -> "still works")).isEqualTo("still works");
    }
}
