package dev.slipway.profile;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ConfigMapping(prefix = "slipway.profiles")
interface ProfileConfig {

    /// The profiles by name. `default` has to be there.
    @WithParentName
    Map<String, Terms> byName();

    interface Terms extends PictureTerms {

        /// Media types and patterns such as `image/*` that may be uploaded.
        List<String> types();

        /// The largest file.
        @WithDefault("10M")
        MemorySize maxSize();

        /// The roles that may start an upload with this profile.
        @WithDefault("user")
        List<String> roles();

        /// Who may read the finished file without a signature.
        @WithDefault("private")
        Visibility visibility();

        /// How long a presigned form works.
        @WithDefault("15m")
        Duration expiry();

        /// Whether the SHA-256 of every file is computed, also when the client gave none.
        @WithDefault("false")
        boolean checksum();

        /// Whether the owner of a file may replace its content, too.
        @WithDefault("false")
        boolean ownerMayReplace();

        /// After which time a finished file that no application has claimed goes.
        Optional<Duration> claimWithin();

        /// After which time a finished file goes.
        Optional<Duration> retention();
    }
}
