package dev.slipway.scan;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Chooses the scanner when the server starts, so that a wrong setting stops it there. Whether
/// it answers shows with the first upload: a scanner may start later than this program.
@Startup
@Singleton
public final class Scanners {

    private final @Nullable Scanner chosen;

    Scanners(ScanConfig config) {
        this.chosen =
                switch (config.engine()) {
                    case "none" -> null;
                    case "clamd" -> clamd(config.clamd());
                    case "http" -> http(config.http());
                    default ->
                            throw new IllegalStateException(
                                    "slipway.scan is '%s', but can be none, clamd or http only"
                                            .formatted(config.engine()));
                };
    }

    /// The scanner that every upload has to pass, or empty when none is wanted: then there is
    /// no verdict to be had, and no byte has to be fetched for one.
    public Optional<Scanner> find() {
        return Optional.ofNullable(chosen);
    }

    private static Scanner clamd(ScanConfig.Clamd config) {
        var settings = new Settings("slipway.scan.clamd");
        return new PatientScanner(
                new ClamdProtocol(
                        settings.host(config.host()),
                        settings.port(config.port()),
                        settings.patience("connect-timeout", config.connectTimeout())),
                settings.patience("timeout", config.timeout()));
    }

    private static Scanner http(ScanConfig.Http config) {
        var settings = new Settings("slipway.scan.http");
        return new PatientScanner(
                new HttpProtocol(
                        settings.url(config.url()),
                        settings.token(config.token()),
                        settings.patience("connect-timeout", config.connectTimeout())),
                settings.patience("timeout", config.timeout()));
    }
}
