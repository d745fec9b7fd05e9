package dev.slipway.presign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D20 D46 D131: a presigned URL is judged as S3 judges it")
class VerifyingAUrlTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration TIME = Duration.ofMinutes(15);
    private static final AwsCredentials SIGNER = new AwsCredentials("local", "secret", null);
    private static final String CREDENTIAL = "local%2F20260102%2Fhere%2Fs3%2Faws4_request";

    private final VerifyUrl verify = new VerifyUrl(new Known(SIGNER));

    // What a browser would send, to be changed by each test.
    private String method = "PUT";
    private String host = "localhost:8080";
    private String path = "/api/files/a%20b/parts";
    private String query = sign(SIGNER);
    private final Map<String, List<String>> headers = new LinkedHashMap<>();

    VerifyingAUrlTest() {
        headers.put("CONTENT-Type", List.of("image/png"));
        headers.put("Content-Length", List.of("10"));
        headers.put("x-amz-meta-title", List.of(" a  b "));
        headers.put("Accept", List.of("*/*"));
    }

    private static String sign(AwsCredentials signer) {
        var request =
                new PresignedRequest(
                        "PUT",
                        URI.create("http://localhost:8080/api/files/a%20b/parts"),
                        Map.of("partNumber", "1", "upload", "ü +&="),
                        Map.of(
                                "Content-Type",
                                "image/png",
                                "Content-Length",
                                "10",
                                "x-amz-meta-title",
                                "a b"),
                        TIME);
        return new SignUrl().sign(request, "here", signer, NOW).getRawQuery();
    }

    @Test
    void acceptsWhatWasSignedAndSaysWhatThatIs() {
        var accepted = (UrlVerdict.Accepted) verdict(NOW);

        assertThat(accepted.parameters()).isEqualTo(Map.of("partNumber", "1", "upload", "ü +&="));
        assertThat(accepted.headers())
                .isEqualTo(
                        Map.of(
                                "host",
                                "localhost:8080",
                                "content-type",
                                "image/png",
                                "content-length",
                                "10",
                                "x-amz-meta-title",
                                "a b"));
        assertThat(accepted.headers().get("Content-Length")).isEqualTo("10");
    }

    @Test
    void doesNotCareHowTheSameTextIsEncoded() {
        host = "LOCALHOST:8080";
        path = "/%61pi/files/a%20b/parts";
        query = query.replace("partNumber=1", "&").replace("%20", "+").replace("%C3", "%c3");
        query = "part%4eumber=%31&" + query + "&";

        assertThat(verdict(NOW)).isInstanceOf(UrlVerdict.Accepted.class);
    }

    @Test
    void acceptsUntilTheLastMomentOnly() {
        assertThat(verdict(NOW.plus(TIME).minusMillis(1))).isInstanceOf(UrlVerdict.Accepted.class);
        assertThat(verdict(NOW.plus(TIME)))
                .isEqualTo(refused("AccessDenied", 403, "Request has expired"));
    }

    @Test
    void acceptsASignerWhoseClockIsAQuarterOfAnHourAhead() {
        assertThat(verdict(NOW.minus(VerifyUrl.SKEW))).isInstanceOf(UrlVerdict.Accepted.class);

        refusal(NOW.minus(VerifyUrl.SKEW).minusMillis(1), 403, "RequestTimeTooSkewed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date",
                "X-Amz-Expires", "X-Amz-SignedHeaders", "X-Amz-Signature"
            })
    void wantsEveryParameterOfTheSignature(String name) {
        query = query.replaceAll("(^|&)" + name + "=[^&]*", "");

        refusal(400, "AuthorizationQueryParametersError").contains(name);
    }

    @Test
    void refusesARequestWithoutAQuery() {
        query = null;

        refusal(400, "AuthorizationQueryParametersError");
    }

    @ParameterizedTest
    @CsvSource({
        "AWS4-HMAC-SHA256, AWS4-HMAC-SHA1, X-Amz-Algorithm only supports",
        "AWS4-HMAC-SHA256, '', X-Amz-Algorithm only supports",
        CREDENTIAL + ", local, expecting \"<YOUR-AKID>",
        CREDENTIAL + ", local%2F20260102%2Fhere%2Fsqs%2Faws4_request, s3/aws4_request",
        CREDENTIAL + ", %2F%2F%2F%2F, mal-formed",
        "local%2F20260102, local%2F20260103, Invalid credential date \"20260103\"",
        "20260102T030405Z, 20260102T030405, X-Amz-Date must be",
        "20260102T030405Z, 20260102, X-Amz-Date must be",
        "20260102T030405Z, 20260102T240000Z, X-Amz-Date must be",
        "20260102T030405Z, 20260102%D9%A0%D9%A1, X-Amz-Date must be",
        "Expires=900, Expires=, should be a number",
        "Expires=900, Expires=15m, should be a number",
        "Expires=900, Expires=99999999999999999999, should be a number",
        "Expires=900, Expires=-1, must be non-negative",
        "Expires=900, Expires=604801, less than 604800 seconds",
    })
    void refusesAMalformedParameter(String old, String other, String message) {
        query = query.replace(old, other);

        refusal(400, "AuthorizationQueryParametersError").contains(message);
    }

    @Test
    void refusesADayThatIsNotInTheCalendar() {
        query = query.replace("20260102", "20260230");

        refusal(400, "AuthorizationQueryParametersError").contains("X-Amz-Date must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Amz-Date=20260102T030405Z", "partNumber=1", "part%4eumber=2"})
    void refusesAParameterThatComesTwice(String again) {
        query += "&" + again;

        refusal(400, "InvalidArgument").contains("comes twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%2", "%zz", "a=%+1", "%ü1", "=%-1"})
    void refusesAQueryThatIsNotEncoded(String part) {
        query += "&" + part;

        refusal(400, "InvalidURI");
    }

    @Test
    void refusesAPathThatIsNotEncoded() {
        path += "%";

        refusal(400, "InvalidURI");
    }

    @Test
    void knowsNoOtherSigner() {
        query = query.replace("=local%2F", "=other%2F");

        refusal(403, "InvalidAccessKeyId");
    }

    @ParameterizedTest
    @CsvSource({
        "partNumber=1, partNumber=2",
        "partNumber=1, partnumber=1",
        "partNumber=1&, ''",
        "partNumber=1, partNumber=1&acl=",
        "Expires=900, Expires=901",
        "T030405Z, T030406Z",
        "%2Fhere%2F, %2Fthere%2F",
        "SignedHeaders=content-length%3B, SignedHeaders=",
        "Signature=, Signature=0",
        "Signature=, Signature=%C3%A4",
    })
    void refusesAQueryWithAnyOtherWord(String old, String other) {
        query = query.replace(old, other);

        refusal(403, "SignatureDoesNotMatch");
    }

    @Test
    void refusesASignatureInCapitals() {
        var at = query.indexOf("X-Amz-Signature=") + "X-Amz-Signature=".length();
        query =
                query.substring(0, at)
                        + query.substring(at, at + 64).toUpperCase(Locale.ROOT)
                        + query.substring(at + 64);

        refusal(403, "SignatureDoesNotMatch");
    }

    @Test
    void refusesAnotherMethodHostOrPath() {
        method = "GET";
        refusal(403, "SignatureDoesNotMatch");

        method = "PUT";
        host = "localhost";
        refusal(403, "SignatureDoesNotMatch");

        host = "localhost:8080";
        path = "/api/files/a%20b%2Fparts";
        refusal(403, "SignatureDoesNotMatch");
    }

    @ParameterizedTest
    @CsvSource({
        "CONTENT-Type, image/gif",
        "Content-Length, 11",
        "Content-Length, 010",
        "x-amz-meta-title, ab",
        "x-amz-meta-title, ''"
    })
    void refusesASignedHeaderWithAnotherValue(String name, String value) {
        headers.put(name, List.of(value));

        refusal(403, "SignatureDoesNotMatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONTENT-Type", "Content-Length", "x-amz-meta-title"})
    void refusesASignedHeaderThatIsMissingOrComesTwice(String name) {
        var value = headers.remove(name).getFirst();
        refusal(403, "SignatureDoesNotMatch");

        headers.put(name, List.of());
        refusal(403, "SignatureDoesNotMatch");

        headers.put(name, List.of(value, value));
        refusal(403, "SignatureDoesNotMatch");
    }

    @Test
    void refusesAnAmazonHeaderThatIsNotSigned() {
        headers.put("X-AMZ-Acl", List.of("public-read"));

        refusal(403, "AccessDenied")
                .isEqualTo("There were headers present in the request which were not signed");
    }

    @Test
    void refusesASignatureThatLeavesTheHostOut() {
        query = query.replace("%3Bhost", "");

        refusal(403, "AccessDenied");
    }

    @Test
    void wantsTheTokenOfTemporaryCredentials() {
        var temporary = new AwsCredentials("local", "secret", "token");
        var knowing = new VerifyUrl(new Known(temporary));
        query = sign(temporary);
        assertThat(knowing.verify(request(), NOW)).isInstanceOf(UrlVerdict.Accepted.class);

        query = query.replace("=token", "=broken");
        assertThat(knowing.verify(request(), NOW)).isInstanceOf(UrlVerdict.Refused.class);

        query = sign(new AwsCredentials("local", "secret", "other"));
        assertThat(knowing.verify(request(), NOW))
                .isEqualTo(refused("InvalidToken", 403, "The provided token is not valid."));
    }

    private ReceivedRequest request() {
        return new ReceivedRequest(method, host, path, query, headers);
    }

    private UrlVerdict verdict(Instant now) {
        return verify.verify(request(), now);
    }

    private AbstractStringAssert<?> refusal(int status, String code) {
        return refusal(NOW, status, code);
    }

    private AbstractStringAssert<?> refusal(Instant now, int status, String code) {
        var error = ((UrlVerdict.Refused) verdict(now)).error();
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.status()).isEqualTo(status);
        return assertThat(error.message());
    }

    private static UrlVerdict refused(String code, int status, String message) {
        return new UrlVerdict.Refused(new S3Error(code, status, message));
    }
}
