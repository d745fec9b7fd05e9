package dev.slipway.file;

import dev.slipway.storage.Disposition;
import dev.slipway.storage.LinkTerms;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Addresses that work in a browser as they stand. Their times are rounded, so that the address
/// of a file stays the same for a while and caches can use it.
@Startup
@Singleton
final class Links {

    private static final Duration SHORTEST = Duration.ofSeconds(10);

    /// Half as much again is still within the week that SigV4 allows.
    private static final Duration LONGEST = Duration.ofDays(4);

    private final ObjectStore store;
    private final Clock clock;
    private final Duration expiry;

    Links(ObjectStore store, Clock clock, LinkConfig config) {
        this.store = store;
        this.clock = clock;
        this.expiry = config.expiry();
        if (expiry.compareTo(SHORTEST) < 0 || expiry.compareTo(LONGEST) > 0) {
            throw new IllegalStateException(
                    "slipway.links.expiry is %s, but can be %s to %s only"
                            .formatted(expiry, SHORTEST, LONGEST));
        }
    }

    URI to(ObjectKey key, String contentType) {
        var step = expiry.dividedBy(2).plusSeconds(1);
        var signedAt = roundDown(clock.instant(), step);
        return store.link(
                key,
                new LinkTerms(
                        signedAt,
                        signedAt.plus(expiry).plus(step),
                        contentType,
                        Disposition.forcedOn(contentType)));
    }

    URI canonical(ObjectKey key) {
        return store.address(key);
    }

    private static Instant roundDown(Instant time, Duration step) {
        var seconds = time.getEpochSecond();
        return Instant.ofEpochSecond(seconds - seconds % step.toSeconds());
    }
}
