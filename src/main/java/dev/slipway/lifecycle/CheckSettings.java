package dev.slipway.lifecycle;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/// Refuses settings with which the recurring work could not run.
@Startup
@Singleton
final class CheckSettings {

    CheckSettings(LifecycleConfig config) {
        var reaper = config.reaper();
        require("slipway.reaper.interval", reaper.interval(), reaper.interval().isPositive());
        require("slipway.reaper.batch", reaper.batch(), reaper.batch() > 0);
        require("slipway.reaper.parallel", reaper.parallel(), reaper.parallel() > 0);
        require("slipway.reaper.lease", reaper.lease(), reaper.lease().isPositive());
        var sweep = config.sweepInterval();
        require("slipway.sweep.interval", sweep, sweep.isPositive());
        var announce = config.announceBefore();
        require("slipway.retention.announce-before", announce, !announce.isNegative());
        var keep = config.tombstonesKeep();
        require("slipway.tombstones.keep", keep, !keep.isNegative());
    }

    private static void require(String setting, Object value, boolean right) {
        if (!right) {
            throw new IllegalStateException(setting + " is " + value + ", which is too small");
        }
    }
}
