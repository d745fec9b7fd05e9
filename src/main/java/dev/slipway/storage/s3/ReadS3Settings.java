package dev.slipway.storage.s3;

import dev.slipway.storage.ObjectKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Reads the settings of this storage when somebody wants to use it. A wrong one is refused in
/// one sentence that names it.
@Singleton
final class ReadS3Settings {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final S3StorageConfig config;
    private final boolean otherEndpoint;
    private final boolean sdkPathStyle;

    @Inject
    ReadS3Settings(
            S3StorageConfig config,
            @ConfigProperty(name = "quarkus.s3.endpoint-override") Optional<String> endpoint,
            @ConfigProperty(name = "quarkus.s3.path-style-access") Optional<Boolean> pathStyle) {
        this(config, endpoint.isPresent(), pathStyle.orElse(false));
    }

    ReadS3Settings(S3StorageConfig config, boolean otherEndpoint, boolean sdkPathStyle) {
        this.config = config;
        this.otherEndpoint = otherEndpoint;
        this.sdkPathStyle = sdkPathStyle;
    }

    /// @throws MissingS3Setting when no bucket is named
    S3Settings read() {
        var bucket =
                config.bucket()
                        .filter(name -> !name.isBlank())
                        .orElseThrow(MissingS3Setting::bucket);
        return new S3Settings(
                bucket,
                provider(),
                config.keyPrefix().map(ReadS3Settings::prefix).orElse(""),
                AtRest.of(config),
                config.publicEndpoint().map(url -> address("slipway.s3.public-endpoint", url)),
                config.cdnUrl().map(url -> address("slipway.s3.cdn-url", url)));
    }

    ProviderPreset provider() {
        var name =
                config.provider()
                        .orElse(otherEndpoint ? ProviderPreset.CUSTOM : ProviderPreset.AWS);
        var preset = ProviderPreset.of(name);
        return (sdkPathStyle ? preset.withPathStyle() : preset).with(config);
    }

    private static String prefix(String given) {
        var name = given.strip().replaceAll("^/+|/+$", "");
        if (name.isEmpty()) {
            return "";
        }
        if (!ObjectKey.isValid(name)) {
            throw new IllegalStateException(
                    "slipway.s3.key-prefix is '%s', but can be lower-case letters, digits, '.', '-'"
                                    .formatted(given)
                            + " and '_' between single slashes only");
        }
        return name + "/";
    }

    private static URI address(String setting, URI url) {
        var scheme = url.getScheme();
        if (scheme == null
                || !SCHEMES.contains(scheme)
                || url.getHost() == null
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw new IllegalStateException(
                    "%s is '%s', but must be an http or https address without a query"
                            .formatted(setting, url));
        }
        var text = url.toString();
        return URI.create(text.endsWith("/") ? text : text + "/");
    }
}
