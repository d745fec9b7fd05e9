package dev.slipway.storage.s3;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/// The settings `slipway.s3.*` as the program reads them, for tests of this package.
final class Settings {

    private Settings() {}

    /// Of names and values in turn; the names without `slipway.s3.`.
    static S3Settings of(String bucket, String... more) {
        return reading(bucket, more).read();
    }

    static ReadS3Settings reading(String bucket, String... more) {
        var values = new HashMap<String, String>();
        values.put("slipway.s3.bucket", bucket);
        for (var i = 0; i < more.length; i += 2) {
            values.put("slipway.s3." + more[i], more[i + 1]);
        }
        return new ReadS3Settings(config(values), false, false);
    }

    static S3StorageConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(S3StorageConfig.class)
                .withSources(new PropertiesConfigSource(values, "a test", 100))
                .build()
                .getConfigMapping(S3StorageConfig.class);
    }
}
