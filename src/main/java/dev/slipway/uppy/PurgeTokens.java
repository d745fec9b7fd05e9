package dev.slipway.uppy;

import dev.slipway.job.Recurring;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/// Forgets tokens whose time is over, and which uploads they have started.
@Singleton
final class PurgeTokens implements Recurring {

    private static final int BATCH = 500;
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final UploadTokens tokens;
    private final Clock clock;

    PurgeTokens(UploadTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "purge-upload-tokens";
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void run() {
        int removed;
        do {
            removed = tokens.removeExpired(clock.instant(), BATCH);
        } while (removed == BATCH);
    }
}
