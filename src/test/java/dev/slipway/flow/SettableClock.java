package dev.slipway.flow;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The program's clock in tests: real time, and more once a test lets it go on.
public final class SettableClock extends Clock {

    private static final Clock REAL = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    private volatile Duration ahead = Duration.ZERO;

    public void goOn(Duration time) {
        ahead = ahead.plus(time);
    }

    public void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return REAL.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalStateException("nobody asks for another zone");
    }

    @Alternative
    @Priority(1)
    @Singleton
    static final class Source {

        @Produces
        @Singleton
        SettableClock clock() {
            return new SettableClock();
        }
    }
}
