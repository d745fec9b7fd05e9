package dev.slipway.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "slipway")
interface StorageConfig {

    /// Where new bytes go: `local` (a directory) or `s3`.
    @WithDefault("local")
    String storage();

    /// Further storages, for rows that name them: files stay readable after a change.
    @WithName("storage.read")
    Optional<List<String>> read();

    /// Where every finished object is copied to as well.
    @WithName("storage.mirror")
    Optional<String> mirror();
}
