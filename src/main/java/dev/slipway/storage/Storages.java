package dev.slipway.storage;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The storages of this program: the one for new bytes, and those that rows may name besides.
/// They are opened when the server starts, so that a wrong setting stops it there.
@Startup
@Singleton
public final class Storages {

    private final Map<String, ObjectStore> open = new TreeMap<>();
    private final ObjectStore current;
    private final Optional<ObjectStore> mirror;

    Storages(StorageConfig config, @All List<Backend> backends) {
        for (var name : names(config)) {
            open.put(name, backend(name, backends).open());
        }
        this.current = named(config.storage());
        this.mirror = config.mirror().map(this::named);
        if (mirror.filter(store -> store == current).isPresent()) {
            throw new IllegalStateException(
                    "slipway.storage.mirror is '%s', which is slipway.storage itself"
                            .formatted(config.storage()));
        }
    }

    /// The storage for new bytes.
    @Produces
    @Singleton
    public ObjectStore current() {
        return current;
    }

    /// Where finished objects are copied to as well.
    public Optional<ObjectStore> mirror() {
        return mirror;
    }

    /// All of them.
    public Collection<ObjectStore> all() {
        return open.values();
    }

    /// The storage of this name, when it is one of ours.
    public Optional<ObjectStore> find(String name) {
        return Optional.ofNullable(open.get(name));
    }

    /// The storage that a row names. One that is not configured (any more) does not answer.
    public ObjectStore named(String name) {
        return find(name).orElseThrow(() -> new StorageUnavailable().refusal());
    }

    private static Set<String> names(StorageConfig config) {
        var names = new LinkedHashSet<String>();
        names.add(config.storage());
        config.read().ifPresent(names::addAll);
        config.mirror().ifPresent(names::add);
        return names;
    }

    private static Backend backend(String name, List<Backend> backends) {
        return backends.stream()
                .filter(backend -> backend.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name, backends));
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
