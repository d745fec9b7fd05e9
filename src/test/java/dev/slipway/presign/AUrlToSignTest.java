package dev.slipway.presign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D20: a URL to sign")
class AUrlToSignTest {

    private static final Duration TIME = Duration.ofMinutes(15);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/path",
                "ftp://host/x",
                "mailto:a@example.com",
                "http:///x",
                "http://user@host/x",
                "http://host/x?a=b",
                "http://host/x#y"
            })
    void refusesAnAddressThatItCannotSign(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(address, Map.of(), Map.of(), TIME))
                .withMessageContaining(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.999S", "PT0S", "PT-1S", "PT168H0.001S"})
    void refusesALifetimeThatS3DoesNotKnow(Duration lifetime) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request("http://host/x", Map.of(), Map.of(), lifetime));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Amz-Date", "x-amz-signature", "X-Amz-Expires"})
    void refusesAParameterThatTheSignerSets(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request("http://host/x", Map.of(name, "1"), Map.of(), TIME))
                .withMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host",
                "X-Amz-Date",
                "x-amz-content-sha256",
                "x-amz-security-token",
                "Authorization",
                "Cookie",
                "content-type ",
                "x-amz-",
                "x-amz-meta-a:b",
                "x-amz-meta-\n",
                "x-amz-meta-ü",
                ""
            })
    void refusesAHeaderThatIsNotToBeSigned(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request("http://host/x", Map.of(), Map.of(name, "1"), TIME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "ü", "\u0000", "\u007f"})
    void refusesAHeaderThatServersReadDifferently(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                request(
                                        "http://host/x",
                                        Map.of(),
                                        Map.of("x-amz-meta-a", value),
                                        TIME));
    }

    @Test
    void refusesAHeaderThatComesTwice() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "image/png");
        headers.put("content-type", "image/png");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> request("http://host/x", Map.of(), headers, TIME));
    }

    @Test
    void refusesAMethodThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new PresignedRequest(
                                        "PUT\n",
                                        URI.create("http://host/"),
                                        Map.of(),
                                        Map.of(),
                                        TIME));
    }

    @Test
    void isWrittenAsBrowsersSendIt() {
        var signer = new AwsCredentials("id", "secret", null);
        var now = Instant.parse("2026-01-02T03:04:05Z");

        assertThat(sign(request("https://My_Host.example:443", Map.of(), Map.of(), TIME)))
                .startsWith("https://my_host.example/?X-Amz-Algorithm=AWS4-HMAC-SHA256&");
        assertThat(sign(request("http://Host:443/a:b/%7e%2f", Map.of(), Map.of(), TIME)))
                .startsWith("http://host:443/a%3Ab/~%2F?");
        assertThat(sign(request("http://[::1]:80/", Map.of("z", "a b+c"), Map.of(), TIME)))
                .startsWith("http://[::1]/?")
                .endsWith("&z=a%20b%2Bc");
        assertThat(new SignUrl().sign(plain(), "r", signer, now.plusMillis(999)))
                .isEqualTo(new SignUrl().sign(plain(), "r", signer, now));
    }

    private static String sign(PresignedRequest request) {
        return new SignUrl()
                .sign(request, "r", new AwsCredentials("id", "secret", null), Instant.EPOCH)
                .toString();
    }

    private static PresignedRequest plain() {
        return request("http://host/x", Map.of(), Map.of("Content-Type", "a/b"), TIME);
    }

    private static PresignedRequest request(
            String address,
            Map<String, String> parameters,
            Map<String, String> headers,
            Duration lifetime) {
        return new PresignedRequest("PUT", URI.create(address), parameters, headers, lifetime);
    }
}
