package dev.slipway.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An environment variable SLIPWAY_…")
class KnownVariablesTest {

    private static final KnownVariables KNOWN =
            KnownVariables.of(
                    List.of(
                            "slipway.s3.bucket",
                            "slipway.public-url",
                            "slipway.local.cors.origins[*]",
                            "slipway.scan",
                            "slipway.scan.clamd.host",
                            "slipway.profiles.*.max-size"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SLIPWAY_S3_BUCKET",
                "SLIPWAY_PUBLIC_URL",
                "SLIPWAY_LOCAL_CORS_ORIGINS_0_",
                "SLIPWAY_SCAN",
                "SLIPWAY_SCAN_CLAMD_HOST",
                "SLIPWAY_PROFILES_HOLIDAY_PHOTOS_MAX_SIZE"
            })
    void isKnownWhenItStandsForASetting(String name) {
        assertThat(KNOWN.unknownIn(Map.of(name, "value"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SLIPWAY_S3_BUKCET",
                "SLIPWAY_S3",
                "SLIPWAY_S3_BUCKET_NAME",
                "SLIPWAY_PUBLICURL",
                "SLIPWAY_PROFILES_",
                "SLIPWAY_",
                "SLIPWAY_S3_PORT",
                "SLIPWAY_SCAN_CLAMD",
                "SLIPWAY_SCANNER"
            })
    void isUnknownOtherwise(String name) {
        assertThat(KNOWN.unknownIn(Map.of(name, "value"))).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({
        "SLIPWAY_SERVICE_HOST, 10.0.0.7",
        "SLIPWAY_SERVICE_PORT, 8080",
        "SLIPWAY_SERVICE_PORT_HTTP, 8080",
        "SLIPWAY_PORT, tcp://10.0.0.7:8080",
        "SLIPWAY_PORT_8080_TCP, tcp://10.0.0.7:8080",
        "SLIPWAY_PORT_8080_TCP_ADDR, 10.0.0.7",
        "SLIPWAY_DATABASE_SERVICE_HOST, 10.0.0.8",
        "SLIPWAY_DATABASE_PORT_5432_TCP_PROTO, tcp"
    })
    void isLeftAloneWhenItComesFromKubernetes(String name, String value) {
        assertThat(KNOWN.unknownIn(Map.of(name, value))).isEmpty();
    }

    @Test
    void isNamedInOrderAmongOthers() {
        var environment =
                Map.of("SLIPWAY_ZEBRA", "1", "PATH", "/bin", "SLIPWAY_APE", "1", "SLIP", "1");

        assertThat(KNOWN.unknownIn(environment)).containsExactly("SLIPWAY_APE", "SLIPWAY_ZEBRA");
    }
}
