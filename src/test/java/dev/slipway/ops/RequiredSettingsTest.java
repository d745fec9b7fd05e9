package dev.slipway.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The settings that a packaged program needs")
class RequiredSettingsTest {

    private static final Map<String, String> DATABASE =
            Map.of("quarkus.datasource.jdbc.url", "jdbc:postgresql://db/slipway");

    @ParameterizedTest
    @ValueSource(strings = {"mp.jwt.verify.publickey", "smallrye.jwt.verify.secretkey"})
    void areADatabaseAndAKey(String key) {
        assertThat(missing(with(key, "a key"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp.jwt.verify.publickey.location", "smallrye.jwt.verify.key.location"})
    void orADatabaseAndAPlaceWhereTheKeyIs(String location, @TempDir Path folder)
            throws IOException {
        var file = Files.writeString(folder.resolve("key.pem"), "a key");

        assertThat(missing(with(location, file.toString()))).isEmpty();
        assertThat(missing(with(location, file.toUri().toString()))).isEmpty();
        assertThat(missing(with(location, "https://issuer.example/jwks"))).isEmpty();
        assertThat(missing(with(location, folder.resolve("other.pem").toString())))
                .hasValue("%s is %s/other.pem, which cannot be read.".formatted(location, folder));
    }

    @Test
    void areNamedWhenThereIsNoDatabase() {
        assertThat(missing(Map.of("mp.jwt.verify.publickey", "a key")))
                .hasValueSatisfying(
                        sentence ->
                                assertThat(sentence)
                                        .startsWith("there is no database")
                                        .contains("set quarkus.datasource.jdbc.url"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void areNamedWhenThereIsNoKey(String nothing) {
        assertThat(missing(with("mp.jwt.verify.publickey.location", nothing)))
                .isEqualTo(missing(DATABASE))
                .hasValueSatisfying(
                        sentence ->
                                assertThat(sentence)
                                        .startsWith("there is no key")
                                        .contains("set mp.jwt.verify.publickey.location"));
    }

    private static Map<String, String> with(String name, String value) {
        var settings = new HashMap<>(DATABASE);
        settings.put(name, value);
        return settings;
    }

    private static Optional<String> missing(Map<String, String> settings) {
        var config =
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build();
        return new RequiredSettings(config).findMissing();
    }
}
