package dev.slipway.file;

import dev.slipway.storage.Disposition;
import dev.slipway.storage.LinkTerms;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.Storages;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Addresses that work in a browser as they stand; null where an object is in a storage that is
/// not configured (any more). Their times are rounded, so that the address
/// of a file stays the same for a while and caches can use it.
@Startup
@Singleton
final class Links {

    private static final Duration SHORTEST = Duration.ofSeconds(10);

    /// Half as much again is still within the week that SigV4 allows.
    private static final Duration LONGEST = Duration.ofDays(4);

    private final Storages storages;
    private final Clock clock;
    private final Duration expiry;

    Links(Storages storages, Clock clock, LinkConfig config) {
        this.storages = storages;
        this.clock = clock;
        this.expiry = config.expiry();
        if (expiry.compareTo(SHORTEST) < 0 || expiry.compareTo(LONGEST) > 0) {
            throw new IllegalStateException(
                    "slipway.links.expiry is %s, but can be %s to %s only"
                            .formatted(expiry, SHORTEST, LONGEST));
        }
    }

    @Nullable URI to(String storage, ObjectKey key, String contentType) {
        var step = expiry.dividedBy(2).plusSeconds(1);
        var signedAt = roundDown(clock.instant(), step);
        var terms =
                new LinkTerms(
                        signedAt,
                        signedAt.plus(expiry).plus(step),
                        contentType,
                        Disposition.forcedOn(contentType));
        return storages.find(storage).map(store -> store.link(key, terms)).orElse(null);
    }

    @Nullable URI canonical(String storage, ObjectKey key) {
        return storages.find(storage).map(store -> store.address(key)).orElse(null);
    }

    private static Instant roundDown(Instant time, Duration step) {
        var seconds = time.getEpochSecond();
        return Instant.ofEpochSecond(seconds - seconds % step.toSeconds());
    }
}
