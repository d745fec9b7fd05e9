package dev.slipway.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D56: slipway.scan")
class ChoosingAScannerTest {

    private static final Map<String, String> HTTP =
            Map.of("slipway.scan", "http", "slipway.scan.http.url", "http://scanner/scan");

    @Test
    void isNoneFromTheStart() {
        assertThat(start(Map.of()).find()).isEmpty();
        assertThat(start(Map.of("slipway.scan", "none")).find()).isEmpty();
    }

    @Test
    void choosesAScanner() {
        assertThat(start(Map.of("slipway.scan", "clamd")).find()).isPresent();
        assertThat(start(HTTP).find()).isPresent();
    }

    @Test
    void reachesItWhereTheSettingsSay() throws Exception {
        try (var server = FakeHttpScanner.scanning(1000, received -> {})) {
            var settings =
                    Map.of(
                            "slipway.scan", "http",
                            "slipway.scan.http.url", server.url().toString(),
                            "slipway.scan.http.token", "secret");
            var scanner = start(settings).find().orElseThrow();

            assertThat(Scans.scan(scanner, Marker.bytes()))
                    .isEqualTo(new ScanVerdict.Infected(Marker.NAME));
            assertThat(server.calls().remove().headers().getFirst("Authorization"))
                    .isEqualTo("Bearer secret");
        }
    }

    @Test
    void namesItselfWhenItIsNoScanner() {
        stops(
                Map.of("slipway.scan", "hope"),
                "slipway.scan is 'hope', but can be none, clamd or http only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"slipway.scan.clamd.hots", "slipway.scan.clamav.host"})
    void hasNoOtherSettingsBelow(String name) {
        assertThatExceptionOfType(ConfigValidationException.class)
                .isThrownBy(() -> start(Map.of(name, "x")))
                .withMessageContaining(name);
    }

    @Test
    @DisplayName("is a setting itself, for whoever checks the names of environment variables")
    void isASettingItself() {
        assertThat(ConfigClass.configClass(ScanConfig.class).getProperties())
                .containsKeys("slipway.scan", "slipway.scan.clamd.host", "slipway.scan.http.url");
    }

    @Test
    void needsAnAddressForHttp() {
        stops(
                Map.of("slipway.scan", "http"),
                "slipway.scan.http.url is not set, but needed as slipway.scan is http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scanner/scan", "ftp://scanner/scan", "http:scan", "file:///scan"})
    void needsAnAddressOfHttp(String url) {
        stops(
                with(HTTP, "slipway.scan.http.url", url),
                "slipway.scan.http.url is %s, but must begin with http:// or https://"
                        .formatted(url));
    }

    @Test
    void needsATokenThatAHeaderCanHold() {
        stops(
                with(HTTP, "slipway.scan.http.token", "two words"),
                "slipway.scan.http.token is no Bearer token: letters, digits and -._~+/= only");
    }

    @ParameterizedTest
    @CsvSource({
        "host,' ',is empty: name the host that clamd runs on",
        "port,0,'is 0, but can be 1 to 65535 only'",
        "port,65536,'is 65536, but can be 1 to 65535 only'",
        "connect-timeout,0s,'is PT0S, but can be PT0.001S to PT24H only'",
        "timeout,-1s,'is PT-1S, but can be PT0.001S to PT24H only'",
        "timeout,2d,'is PT48H, but can be PT0.001S to PT24H only'"
    })
    void needsValuesThatCanBe(String name, String value, String sentence) {
        var setting = "slipway.scan.clamd." + name;

        stops(Map.of("slipway.scan", "clamd", setting, value), setting + " " + sentence);
    }

    private static void stops(Map<String, String> settings, String sentence) {
        assertThatIllegalStateException().isThrownBy(() -> start(settings)).withMessage(sentence);
    }

    private static Map<String, String> with(Map<String, String> all, String name, String value) {
        var changed = new HashMap<>(all);
        changed.put(name, value);
        return changed;
    }

    private static Scanners start(Map<String, String> settings) {
        var config =
                new SmallRyeConfigBuilder()
                        .withMapping(ScanConfig.class)
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        // how Quarkus reads a time
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .build();
        return new Scanners(config.getConfigMapping(ScanConfig.class));
    }
}
