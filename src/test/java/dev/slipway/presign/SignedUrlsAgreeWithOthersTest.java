package dev.slipway.presign;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioClient;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

@DisplayName("D20, D33: a presigned URL is the one that Amazon's SDK and MinIO's would have made")
class SignedUrlsAgreeWithOthersTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final AwsCredentials LASTING =
            new AwsCredentials(
                    "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", null);
    private static final AwsCredentials TEMPORARY =
            new AwsCredentials("ASIAIOSFODNN7EXAMPLE", "secret/+=", "to/ken+with=every &thing ü");

    private record Case(PresignedRequest request, AwsCredentials credentials) {}

    /// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
    @Test
    void amazonsPublishedExampleHasAmazonsPublishedSignature() {
        var request =
                new PresignedRequest(
                        "GET",
                        URI.create("https://examplebucket.s3.amazonaws.com/test.txt"),
                        Map.of(),
                        Map.of(),
                        Duration.ofDays(1));

        assertThat(
                        new SignUrl()
                                .sign(
                                        request,
                                        "us-east-1",
                                        LASTING,
                                        Instant.parse("2013-05-24T00:00:00Z")))
                .hasToString(
                        "https://examplebucket.s3.amazonaws.com/test.txt"
                                + "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
                                + "AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
                                + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400"
                                + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c26595"
                                + "7d157751f604d404&X-Amz-SignedHeaders=host");
    }

    static Stream<Case> cases() {
        var addresses =
                List.of(
                        "https://photos.s3.eu-central-1.amazonaws.com/incoming/0199",
                        "https://photos.s3.eu-central-1.amazonaws.com/gr%C3%B6%C3%9Fe%20%2B%2F~/x",
                        "http://127.0.0.1:9000/photos/incoming/0199",
                        "https://storage.example.com:443/photos//a/./b");
        var parameters =
                List.<Map<String, String>>of(
                        Map.of(),
                        Map.of("partNumber", "1", "uploadId", "2~Ab.c-_/+=="),
                        Map.of(
                                "response-content-disposition",
                                "attachment; filename=\"a b\"; filename*=UTF-8''%C3%9C(1)!*'.png",
                                "response-content-type",
                                "text/plain; charset=utf-8",
                                "ünï 𝄞",
                                "größe & = ? # % + ~ \" \\ 𝄞",
                                "empty",
                                ""));
        var headers =
                List.<Map<String, String>>of(
                        Map.of(),
                        Map.of("Content-Type", "image/png", "Content-Length", "123"),
                        Map.of(
                                "content-type",
                                "text/plain;  charset=utf-8 ",
                                "content-length",
                                "0",
                                "content-md5",
                                "1B2M2Y8AsgTpgAmY7PhCfg==",
                                "if-none-match",
                                "*",
                                "x-amz-checksum-sha256",
                                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                                "X-Amz-Meta-Title",
                                "%C3%9Cbung%201",
                                "x-amz-meta-title-2",
                                "",
                                "x-amz-server-side-encryption",
                                "AES256"));
        return addresses.stream()
                .flatMap(address -> parameters.stream().map(p -> Map.entry(address, p)))
                .flatMap(pair -> headers.stream().map(h -> request(pair, h)))
                .flatMap(r -> Stream.of(new Case(r, LASTING), new Case(r, TEMPORARY)));
    }

    private static PresignedRequest request(
            Map.Entry<String, Map<String, String>> pair, Map<String, String> headers) {
        return new PresignedRequest(
                headers.isEmpty() ? "GET" : "PUT",
                URI.create(pair.getKey()),
                pair.getValue(),
                headers,
                Duration.ofSeconds(900));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSdksUrlIsOursAndAcceptedByUs(Case it) {
        var theirs = sdk(it);
        var ours = new SignUrl().sign(it.request(), "eu-central-1", it.credentials(), NOW);

        assertThat(parts(ours)).isEqualTo(parts(theirs));
        var verify = new VerifyUrl(new Known(it.credentials()));
        var verdict =
                verify.verify(
                        Received.of(it.request().method(), theirs, it.request().headers()), NOW);
        assertThat(((UrlVerdict.Accepted) verdict).parameters())
                .isEqualTo(it.request().parameters());
    }

    @Test
    void miniosUrlIsOursAndAcceptedByUs() throws Exception {
        var headers = Map.of("x-amz-acl", "private", "x-amz-meta-name", "a b");
        var parameters = Map.of("partNumber", "1", "uploadId", "größe + / 𝄞");
        var minio =
                MinioClient.builder()
                        .endpoint("http://127.0.0.1:9")
                        .region("eu-central-1")
                        .credentials(LASTING.accessKeyId(), LASTING.secretAccessKey())
                        .build();
        var theirs =
                URI.create(
                        minio.getPresignedObjectUrl(
                                GetPresignedObjectUrlArgs.builder()
                                        .method(Http.Method.PUT)
                                        .bucket("photos")
                                        .object("incoming/ünï 1")
                                        .extraHeaders(new Http.Headers(headers))
                                        .extraQueryParams(new Http.QueryParameters(parameters))
                                        .expiry(900)
                                        .build()));
        var now = UrlSignature.parse(theirs.getRawQuery()).signedAt();
        var request =
                new PresignedRequest(
                        "PUT",
                        URI.create("http://127.0.0.1:9/photos/incoming/%C3%BCn%C3%AF%201"),
                        parameters,
                        headers,
                        Duration.ofSeconds(900));

        assertThat(parts(new SignUrl().sign(request, "eu-central-1", LASTING, now)))
                .isEqualTo(parts(theirs));
        var received = Received.of("PUT", theirs, headers);
        assertThat(new VerifyUrl(new Known(LASTING)).verify(received, now))
                .isInstanceOf(UrlVerdict.Accepted.class);
    }

    private static List<String> parts(URI url) {
        var query = Stream.of(url.getRawQuery().split("&", -1)).sorted();
        var address = url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
        return Stream.concat(Stream.of(address.replace(":443/", "/")), query).toList();
    }

    private static URI sdk(Case it) {
        var request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.fromValue(it.request().method()))
                        .uri(it.request().address());
        it.request().parameters().forEach(request::putRawQueryParameter);
        it.request().headers().forEach(request::putHeader);
        var credentials = it.credentials();
        AwsCredentialsIdentity identity =
                credentials.sessionToken() == null
                        ? AwsCredentialsIdentity.create(
                                credentials.accessKeyId(), credentials.secretAccessKey())
                        : AwsSessionCredentialsIdentity.create(
                                credentials.accessKeyId(),
                                credentials.secretAccessKey(),
                                credentials.sessionToken());
        return AwsV4HttpSigner.create()
                .sign(
                        sign ->
                                sign.identity(identity)
                                        .request(request.build())
                                        .putProperty(
                                                HttpSigner.SIGNING_CLOCK,
                                                Clock.fixed(NOW, ZoneOffset.UTC))
                                        .putProperty(
                                                AwsV4HttpSigner.EXPIRATION_DURATION,
                                                it.request().lifetime())
                                        .putProperty(
                                                AwsV4HttpSigner.AUTH_LOCATION,
                                                AuthLocation.QUERY_STRING)
                                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                                        .putProperty(
                                                AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false))
                .request()
                .getUri();
    }
}
