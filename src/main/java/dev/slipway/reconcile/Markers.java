package dev.slipway.reconcile;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.storage.ByteRange;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;

/// The object `slipway.json` at the top of each storage: it carries the id of the installation
/// whose database the storage belongs to.
@Singleton
class Markers {

    static final ObjectKey KEY = new ObjectKey("slipway.json");

    private static final String MEMBER = "installation";
    private static final int LONGEST = 4096;

    private final EntityManager database;
    private final ObjectMapper json;
    private final ReconcileConfig config;

    Markers(EntityManager database, ObjectMapper json, ReconcileConfig config) {
        this.database = database;
        this.json = json;
        this.config = config;
    }

    /// The id of this database's installation. A transaction of its own: jobs have none.
    @Transactional
    String installation() {
        return database.createNativeQuery("select cast(id as text) from installation")
                .getSingleResult()
                .toString();
    }

    /// The id of another installation whose marker the storage carries. A storage without a
    /// marker becomes ours, unless another installation writes its own at the same moment: then
    /// it belongs to whoever is read here.
    Optional<String> findStranger(ObjectStore store) {
        if (!config.marker()) {
            return Optional.empty();
        }
        var ours = installation();
        var found = read(store);
        if (found.isEmpty()) {
            write(store, ours);
            found = read(store);
        }
        return found.filter(id -> !id.equals(ours));
    }

    /// Whether the storage carries the marker of this installation: without it nothing may be
    /// removed there. Where markers are switched off, every storage counts as ours.
    boolean isOurs(ObjectStore store) {
        return !config.marker() || read(store).filter(installation()::equals).isPresent();
    }

    private Optional<String> read(ObjectStore store) {
        return store.find(KEY)
                .flatMap(object -> store.open(KEY, object.etag(), ByteRange.first(LONGEST)))
                .map(
                        bytes -> {
                            try (bytes) {
                                return json.readTree(bytes).path(MEMBER).asText();
                            } catch (IOException e) {
                                throw new UncheckedIOException(
                                        "the marker of " + store.name() + " is unreadable", e);
                            }
                        });
    }

    private void write(ObjectStore store, String id) {
        try {
            var file = Files.createTempFile("slipway-", ".json");
            try {
                Files.write(file, json.writeValueAsBytes(Map.of(MEMBER, id)));
                store.write(KEY, file, ObjectHeaders.ofType("application/json"));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
