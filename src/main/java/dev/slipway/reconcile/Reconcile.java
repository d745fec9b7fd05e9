package dev.slipway.reconcile;

import dev.slipway.job.Recurring;
import dev.slipway.problem.Refusal;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Storages;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Compares every storage with the rows, once per cluster. A storage that does not answer, or
/// that belongs to another installation, is left alone.
@Singleton
final class Reconcile implements Recurring {

    private static final Logger LOG = Logger.getLogger(Reconcile.class);

    private final Storages storages;
    private final Markers markers;
    private final ReconcileStorage reconcileStorage;
    private final ReconcileConfig config;
    private final MeterRegistry metrics;

    Reconcile(
            Storages storages,
            Markers markers,
            ReconcileStorage reconcileStorage,
            ReconcileConfig config,
            MeterRegistry metrics) {
        this.storages = storages;
        this.markers = markers;
        this.reconcileStorage = reconcileStorage;
        this.config = config;
        this.metrics = metrics;
    }

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public Duration interval() {
        return config.interval();
    }

    @Override
    public void run() {
        for (var store : storages.all()) {
            try {
                reconcile(store);
            } catch (Refusal refusal) {
                LOG.warnf("%s is not compared with the rows: %s", store.name(), refusal);
            } catch (RuntimeException e) {
                // the others are compared all the same
                LOG.errorf(e, "%s could not be compared with the rows", store.name());
            }
        }
    }

    private void reconcile(ObjectStore store) {
        if (!markers.isOurs(store)) {
            claim(store);
            return;
        }
        var result = reconcileStorage.reconcile(store);
        LOG.infof(
                "%s: %d objects; %d removed from quarantine, %d uploads aborted, %d objects"
                        + " without a row, %d rows without their object",
                store.name(),
                result.objects(),
                result.removed(),
                result.aborted(),
                result.withoutRow(),
                result.withoutObject());
        count(store, "removed", result.removed());
        count(store, "aborted", result.aborted());
        count(store, "without_row", result.withoutRow());
        count(store, "without_object", result.withoutObject());
    }

    /// Nothing is removed from a storage that did not carry our marker before: who removed it had
    /// a reason, or the storage is another one. There is time to notice until the next run.
    private void claim(ObjectStore store) {
        if (markers.findStranger(store).isPresent()) {
            LOG.errorf("%s belongs to another installation and is left alone", store.name());
        } else {
            LOG.warnf(
                    "%s carried no %s: it has one now, and is compared next",
                    store.name(), Markers.KEY);
        }
    }

    /// `slipway_reconcile_objects_total{storage, outcome}`.
    private void count(ObjectStore store, String outcome, long objects) {
        metrics.counter("slipway.reconcile.objects", "storage", store.name(), "outcome", outcome)
                .increment((double) objects);
    }
}
