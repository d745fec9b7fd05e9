package dev.slipway.reconcile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "slipway.reconcile")
interface ReconcileConfig {

    /// How often the storages are compared with the rows.
    @WithDefault("24h")
    Duration interval();

    /// Whether each storage must carry the id of this database's installation. A restored or
    /// mistaken database must not take a storage for its own.
    @WithDefault("true")
    boolean marker();
}
