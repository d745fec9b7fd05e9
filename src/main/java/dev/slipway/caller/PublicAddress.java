package dev.slipway.caller;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;

/// The address that absolute URLs in answers begin with.
@Singleton
public final class PublicAddress {

    private final URI base;

    @Inject
    PublicAddress(AddressConfig config) {
        this(config.publicUrl());
    }

    public PublicAddress(URI base) {
        this.base = URI.create(base.toString().replaceAll("/+$", ""));
    }

    /// Scheme, host and port, and a path where there is one; it does not end in a slash.
    public URI base() {
        return base;
    }
}
