package dev.slipway.reconcile;

import dev.slipway.problem.Refusal;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Storages;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Refuses to start on a storage that belongs to another database: with a mistaken or restored
/// one every file would look like rubbish. A storage that does not answer now is asked again
/// before anything is removed from it.
@Singleton
final class CheckMarkers {

    private static final Logger LOG = Logger.getLogger(CheckMarkers.class);
    private static final int BEFORE_ANY_WORK = 10;

    private final Storages storages;
    private final Markers markers;

    CheckMarkers(Storages storages, Markers markers) {
        this.storages = storages;
        this.markers = markers;
    }

    void check(@Observes @Priority(BEFORE_ANY_WORK) StartupEvent event) {
        storages.all().forEach(this::check);
    }

    private void check(ObjectStore store) {
        try {
            findStranger(store)
                    .ifPresent(
                            stranger -> {
                                throw new IllegalStateException(
                                        ("the storage %s belongs to installation %s, but this database to"
                                                        + " %s: check slipway.storage and"
                                                        + " quarkus.datasource.jdbc.url, or remove its"
                                                        + " object %s.")
                                                .formatted(
                                                        store.name(),
                                                        stranger,
                                                        markers.installation(),
                                                        Markers.KEY));
                            });
        } catch (Refusal refusal) {
            LOG.warnf("%s does not say whose it is: %s", store.name(), refusal.getMessage());
        }
    }

    private Optional<String> findStranger(ObjectStore store) {
        try {
            return markers.findStranger(store);
        } catch (IllegalStateException forbidden) {
            throw new IllegalStateException(
                    ("the object %s of the storage %s can be neither read nor written: check its"
                                    + " bucket, credentials and rights, or set"
                                    + " slipway.reconcile.marker=false. %s")
                            .formatted(Markers.KEY, store.name(), forbidden.getMessage()),
                    forbidden);
        }
    }
}
