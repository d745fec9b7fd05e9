package dev.slipway.storage;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/// Chooses the storage when the server starts, so that a wrong setting stops it there.
@Startup
@Singleton
final class Storages {

    private final ObjectStore store;

    Storages(StorageConfig config, @All List<Backend> backends) {
        this.store =
                backends.stream()
                        .filter(backend -> backend.name().equals(config.storage()))
                        .findFirst()
                        .orElseThrow(() -> unknown(config.storage(), backends))
                        .open();
    }

    @Produces
    @Singleton
    ObjectStore store() {
        return store;
    }

    private static IllegalStateException unknown(String name, List<Backend> backends) {
        return new IllegalStateException(
                "slipway.storage is '%s', but can be %s only"
                        .formatted(
                                name,
                                backends.stream()
                                        .map(Backend::name)
                                        .sorted()
                                        .collect(Collectors.joining(" or "))));
    }
}
