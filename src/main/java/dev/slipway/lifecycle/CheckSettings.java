package dev.slipway.lifecycle;

import dev.slipway.upload.FinishWithinBudget;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Refuses settings with which the recurring work could not run.
@Startup
@Singleton
final class CheckSettings {

    CheckSettings(LifecycleConfig config, FinishWithinBudget finish) {
        var reaper = config.reaper();
        require("slipway.reaper.interval", reaper.interval(), reaper.interval().isPositive());
        require("slipway.reaper.batch", reaper.batch(), reaper.batch() > 0);
        require("slipway.reaper.parallel", reaper.parallel(), reaper.parallel() > 0);
        requireLease(reaper.lease(), finish.budget());
        var sweep = config.sweepInterval();
        require("slipway.sweep.interval", sweep, sweep.isPositive());
        var announce = config.announceBefore();
        require("slipway.retention.announce-before", announce, !announce.isNegative());
        var keep = config.tombstonesKeep();
        require("slipway.tombstones.keep", keep, !keep.isNegative());
    }

    /// An upload is taken in the first half of the lease, and looked at for as long as a finish.
    private static void requireLease(Duration lease, Duration budget) {
        if (lease.compareTo(budget.multipliedBy(2)) <= 0) {
            throw new IllegalStateException(
                    ("slipway.reaper.lease is %s, but has to be longer than twice"
                                    + " slipway.finish.budget, which is %s")
                            .formatted(lease, budget));
        }
    }

    private static void require(String setting, Object value, boolean right) {
        if (!right) {
            throw new IllegalStateException(setting + " is " + value + ", which is too small");
        }
    }
}
