package dev.slipway.lifecycle;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/// Counts what the recurring work has done, for `/q/metrics`.
@Singleton
final class Tally {

    private final MeterRegistry metrics;

    Tally(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /// `slipway_reaper_uploads_total{outcome}`: how uploads ended that nobody had finished.
    void reaped(String outcome) {
        metrics.counter("slipway.reaper.uploads", "outcome", outcome).increment();
    }

    /// `slipway_sweep_files_total{outcome}`: what became of files whose time was over.
    void swept(String outcome, int files) {
        metrics.counter("slipway.sweep.files", "outcome", outcome).increment(files);
    }
}
