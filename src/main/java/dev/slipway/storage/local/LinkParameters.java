package dev.slipway.storage.local;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What stands behind the `?` of a media address, as it was received.
record LinkParameters(
        @Nullable String expires,
        @Nullable String disposition,
        @Nullable String type,
        @Nullable String signature) {

    private static final long LATEST = Instant.MAX.getEpochSecond();

    static LinkParameters of(MultivaluedMap<String, String> query) {
        return new LinkParameters(
                query.getFirst("expires"),
                query.getFirst("disposition"),
                query.getFirst("type"),
                query.getFirst("signature"));
    }

    boolean areAbsent() {
        return expires == null && disposition == null && type == null && signature == null;
    }

    /// Long ago when it says no time.
    Instant expiresAt() {
        try {
            return expires == null
                    ? Instant.EPOCH
                    : Instant.ofEpochSecond(Math.min(Long.parseLong(expires), LATEST));
        } catch (NumberFormatException e) {
            return Instant.EPOCH;
        }
    }
}
