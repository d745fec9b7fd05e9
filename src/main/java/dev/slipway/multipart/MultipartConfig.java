package dev.slipway.multipart;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "slipway.multipart")
interface MultipartConfig {

    /// Larger files come in parts.
    @WithDefault("100M")
    MemorySize threshold();

    /// The smallest size of a part; it grows with the file, so that 10,000 of them are enough.
    @WithDefault("16M")
    MemorySize partSize();

    /// How long an upload in parts lives after the last call about one of its parts.
    @WithDefault("7d")
    Duration lifetime();
}
