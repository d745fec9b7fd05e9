package dev.slipway.cors;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "slipway.cors")
interface CorsConfig {

    /// Pages of these exact origins, such as `https://app.example.org`, may call the API.
    /// Without any it is closed to all but its own.
    Optional<List<String>> origins();
}
