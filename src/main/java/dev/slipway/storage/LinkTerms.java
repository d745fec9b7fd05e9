package dev.slipway.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long an address works and with which `Content-Type` and `Content-Disposition` it
/// answers. Equal terms give equal addresses, so callers round the two instants to keep caches
/// warm; `signedAt` must not be in the future.
public record LinkTerms(
        Instant signedAt, Instant expiresAt, String contentType, @Nullable String disposition) {}
