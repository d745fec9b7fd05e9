package dev.slipway.account;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often each owner starts, counted in the memory of this node: with many nodes an owner may
/// start as often on each. Whoever has not started for the longest time is forgotten first, so
/// the memory stays bounded.
final class StartRate {

    private static final int MOST_OWNERS = 50_000;

    private final int perMinute;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets;

    StartRate(int perMinute, Clock clock) {
        this(perMinute, clock, MOST_OWNERS);
    }

    StartRate(int perMinute, Clock clock, int mostOwners) {
        this.perMinute = perMinute;
        this.time = new ClockMeter(clock);
        this.buckets =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                        return size() > mostOwners;
                    }
                };
    }

    /// Counts one start, or refuses it.
    void count(String owner) {
        var probe = bucketOf(owner).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            throw new RateLimited(perMinute, Math.toIntExact(wait.toSeconds()) + 1).refusal();
        }
    }

    private Bucket bucketOf(String owner) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    owner,
                    _ ->
                            Bucket.builder()
                                    .addLimit(
                                            limit ->
                                                    limit.capacity(perMinute)
                                                            .refillGreedy(
                                                                    perMinute,
                                                                    Duration.ofMinutes(1)))
                                    .withCustomTimePrecision(time)
                                    .build());
        }
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Duration.ofMillis(clock.millis()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
