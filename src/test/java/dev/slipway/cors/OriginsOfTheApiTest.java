package dev.slipway.cors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("slipway.cors.origins")
class OriginsOfTheApiTest {

    @Test
    void isNobodyElseWhenNothingIsSaid() {
        assertThat(new ApiOrigins().api(Optional::empty).isOpen()).isFalse();
    }

    @Test
    void takesExactOrigins() {
        var api = api("https://app.example.org", "http://localhost:5173", "http://[::1]:8080");

        assertThat(api.allowed("http://localhost:5173")).isEqualTo("http://localhost:5173");
        assertThat(api.allowed("http://localhost:5174")).isNull();
        assertThat(api.allowed(null)).isNull();
        assertThat(api.credentials()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example.org:443",
                "https://app.example.org:80",
                "https://127.0.0.1:8443",
                "capacitor://localhost"
            })
    void takesWhatBrowsersAndAppsSend(String origin) {
        assertThat(api(origin).allowed(origin)).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "app.example.org",
                "https://app.example.org/",
                "https://app.example.org/page",
                "https://*.example.org",
                "https://alice@app.example.org",
                "HTTPS://app.example.org",
                "https://App.Example.org",
                "https://app.example.org:443",
                "http://app.example.org:80",
                "http://app.example.org:",
                "http://app.example.org:08080",
                "http://app.example.org:65536",
                "ftp://app.example.org",
                "wss://app.example.org",
                "file://app.example.org",
                "https://app.example.org https://other.example.org"
            })
    void refusesWhatIsNoOriginWhenTheServerStarts(String origin) {
        assertThatThrownBy(() -> api(origin))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("slipway.cors.origins has '" + origin + "'");
    }

    private static CrossOrigin api(String... origins) {
        return new ApiOrigins().api(() -> Optional.of(List.of(origins)));
    }
}
