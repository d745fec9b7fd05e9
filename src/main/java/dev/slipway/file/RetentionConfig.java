package dev.slipway.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

@ConfigMapping(prefix = "slipway")
interface RetentionConfig {

    /// How long after a form's expiry bytes may still arrive: S3 accepts a POST that began
    /// before.
    @WithName("upload.grace")
    @WithDefault("1h")
    Duration uploadGrace();

    /// How long the old content of a re-uploaded file is kept.
    @WithName("history.keep")
    @WithDefault("7d")
    Duration historyKeep();
}
