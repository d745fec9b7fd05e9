package dev.slipway.storage.local;

import dev.slipway.caller.PublicAddress;
import dev.slipway.storage.Backend;
import dev.slipway.storage.ObjectStore;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The local storage of this program. Nothing touches the disk before it is opened, and until
/// then its addresses lead nowhere.
@Singleton
public final class LocalStorage implements Backend {

    private final LocalStorageConfig config;
    private final URI publicUrl;
    private final Clock clock;
    private @Nullable LocalObjectStore store;

    LocalStorage(LocalStorageConfig config, PublicAddress address, Clock clock) {
        this.config = config;
        this.publicUrl = address.base();
        this.clock = clock;
    }

    @Override
    public String name() {
        return "local";
    }

    /// The one store, made at the first call.
    @Override
    public ObjectStore open() {
        return made();
    }

    /// The store, when this program uses it.
    synchronized Optional<LocalObjectStore> running() {
        return Optional.ofNullable(store);
    }

    private synchronized LocalObjectStore made() {
        var made = store;
        if (made == null) {
            made = make();
            store = made;
            Thread.ofVirtual().name("local-storage-leftovers").start(made::removeLeftovers);
        }
        return made;
    }

    private LocalObjectStore make() {
        try {
            return new LocalObjectStore(
                    config.directory(), config.secret(), publicUrl, config.method(), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "slipway.local.directory=" + config.directory() + " cannot be used", e);
        }
    }
}
