package dev.slipway.processing;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// How fast the files of a profile are reprocessed, so that new uploads do not wait behind old
/// ones.
@Singleton
final class Pace {

    /// How many files go at once.
    static final int BATCH = 10;

    private final Duration pause;
    private final Clock clock;

    Pace(ImageConfig config, Clock clock) {
        this.clock = clock;
        if (config.reprocessPerMinute() < 1) {
            throw new IllegalStateException(
                    "slipway.images.reprocess-per-minute is "
                            + config.reprocessPerMinute()
                            + ", which is too small");
        }
        pause = Duration.ofMinutes(BATCH).dividedBy(config.reprocessPerMinute());
    }

    Instant next() {
        return clock.instant().plus(pause);
    }
}
