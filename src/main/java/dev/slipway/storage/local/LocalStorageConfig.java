package dev.slipway.storage.local;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The directory that plays S3.
@ConfigMapping(prefix = "slipway.local")
public interface LocalStorageConfig {

    /// Where everything is kept. Several nodes may share it.
    @WithDefault("data/storage")
    Path directory();

    /// What forms and links are signed with. When absent, a random one is made once and kept in
    /// the directory.
    Optional<String> secret();

    /// How a file comes in one piece: `post` (a form) or `put`, as some providers of S3 want it.
    @WithDefault("post")
    UploadMethod method();

    Cors cors();

    /// Which pages may talk to the upload leg and to `/media`.
    interface Cors {

        /// Exact origins such as `https://app.example.org`, or `*` for any.
        @WithDefault("*")
        List<String> origins();
    }
}
