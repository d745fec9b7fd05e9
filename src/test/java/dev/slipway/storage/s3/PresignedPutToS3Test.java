package dev.slipway.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.presign.AwsCredentials;
import dev.slipway.presign.PresignedRequest;
import dev.slipway.presign.SignUrl;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

@DisplayName("D20: what a presigned URL permits, an S3 server accepts, and nothing else")
class PresignedPutToS3Test {

    private static final AwsCredentials SIGNER =
            new AwsCredentials(S3ProxyServer.ACCESS_KEY, S3ProxyServer.SECRET_KEY, null);
    private static final Duration TIME = Duration.ofMinutes(15);
    private static final String KEY = "incoming/gr%C3%B6%C3%9Fe%201%2B1";
    private static final String HELLO = "hello";

    private static S3ProxyServer server;
    private static S3Client client;

    private final HttpClient http = HttpClient.newHttpClient();
    private final SignUrl sign = new SignUrl();
    private final Map<String, String> headers = new HashMap<>();
    private Instant signedAt = Instant.now();

    @BeforeAll
    static void start() {
        server = S3ProxyServer.start();
        server.createBucket("puts");
        client = server.client();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    PresignedPutToS3Test() {
        headers.put("content-type", "image/png");
    }

    @Test
    void aBodyOfTheSignedLengthAndTypeArrives() throws Exception {
        var url = url("PUT", KEY, Map.of(), HELLO.length());

        assertThat(put(url, HELLO).statusCode()).isEqualTo(200);
        var head = client.headObject(it -> it.bucket("puts").key("incoming/größe 1+1"));
        assertThat(head.contentLength()).isEqualTo(5);
        assertThat(head.contentType()).isEqualTo("image/png");
    }

    @Test
    void anotherLengthIsRefused() throws Exception {
        var url = url("PUT", "length", Map.of(), HELLO.length());

        assertThat(put(url, "hello!").statusCode()).isEqualTo(403);
        assertThat(put(url, "hell").statusCode()).isEqualTo(403);
    }

    @Test
    void anotherTypeIsRefused() throws Exception {
        var url = url("PUT", "type", Map.of(), HELLO.length());
        headers.put("content-type", "text/html");

        assertThat(put(url, HELLO).statusCode()).isEqualTo(403);
    }

    @Test
    void anExpiredUrlIsRefused() throws Exception {
        signedAt = Instant.now().minus(TIME).minusSeconds(5);

        var answer = put(url("PUT", "late", Map.of(), HELLO.length()), HELLO);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<Message>Request has expired</Message>");
    }

    @Test
    void aMethodOrKeyThatWasNotSignedIsRefused() throws Exception {
        var url = url("PUT", "mine", Map.of(), HELLO.length());

        assertThat(get(url).statusCode()).isEqualTo(403);
        var other = URI.create(url.toString().replace("/mine?", "/yours?"));
        assertThat(put(other, HELLO).statusCode()).isEqualTo(403);
    }

    @Test
    void aSecondBodyIsRefusedWhereTheFirstMustBeTheOnlyOne() throws Exception {
        headers.put("if-none-match", "*");
        var url = url("PUT", "once", Map.of(), HELLO.length());

        assertThat(put(url, HELLO).statusCode()).isEqualTo(200);
        assertThat(put(url, "other").statusCode()).isEqualTo(412);
        headers.remove("if-none-match");
        assertThat(put(url, "other").statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("D51: another body than the signed checksum's is refused")
    void anotherBodyThanTheSignedChecksumsIsRefused() throws Exception {
        headers.put("x-amz-checksum-sha256", digest("SHA-256", HELLO));
        var url = url("PUT", "sha", Map.of(), HELLO.length());

        var refused = put(url, "hallo");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("<Code>BadDigest</Code>");
        assertThat(isThere("sha")).isFalse();
        assertThat(put(url, HELLO).statusCode()).isEqualTo(200);

        headers.put("x-amz-checksum-sha256", digest("SHA-256", "hallo"));
        assertThat(put(url, "hallo").statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("D51: another body than the signed Content-MD5's is refused")
    void anotherBodyThanTheSignedMd5sIsRefused() throws Exception {
        headers.put("content-md5", digest("MD5", HELLO));
        var url = url("PUT", "md5", Map.of(), HELLO.length());

        assertThat(put(url, "hallo").statusCode()).isEqualTo(400);
        assertThat(isThere("md5")).isFalse();
        assertThat(put(url, HELLO).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("D24: parts arrive with their signed length and checksum")
    void partsArriveWithTheirSignedLengthAndChecksum() throws Exception {
        headers.clear();
        var begun = client.createMultipartUpload(it -> it.bucket("puts").key("parts"));
        var part = Map.of("partNumber", "1", "uploadId", begun.uploadId());
        var plain = url("PUT", "parts", part, HELLO.length());
        headers.put("x-amz-checksum-sha256", digest("SHA-256", HELLO));
        var checked = url("PUT", "parts", part, HELLO.length());
        headers.clear();

        assertThat(put(plain, "hello!").statusCode()).isEqualTo(403);
        assertThat(put(plain, HELLO).statusCode()).isEqualTo(200);
        headers.put("x-amz-checksum-sha256", digest("SHA-256", HELLO));
        assertThat(put(checked, "hallo").statusCode()).isEqualTo(400);
        var stored = put(checked, HELLO);
        assertThat(stored.statusCode()).isEqualTo(200);
        headers.clear();
        headers.put("content-md5", digest("MD5", HELLO));
        assertThat(put(url("PUT", "parts", part, HELLO.length()), "hallo").statusCode())
                .isEqualTo(400);

        var tag = stored.headers().firstValue("ETag").orElseThrow();
        client.completeMultipartUpload(
                it ->
                        it.bucket("puts")
                                .key("parts")
                                .uploadId(begun.uploadId())
                                .multipartUpload(
                                        all ->
                                                all.parts(
                                                        CompletedPart.builder()
                                                                .partNumber(1)
                                                                .eTag(tag)
                                                                .build())));
        headers.clear();
        assertThat(get(url("GET", "parts", Map.of(), -1)).body()).isEqualTo(HELLO);
    }

    @Test
    @DisplayName("D79: a link gives the object out as the signed parameters say")
    void aLinkGivesTheObjectOutAsTheSignedParametersSay() throws Exception {
        put(url("PUT", "link", Map.of(), HELLO.length()), HELLO);
        headers.clear();
        var disposition = "attachment; filename=\"a b+c.png\"; filename*=UTF-8''%C3%9C.png";

        var answer =
                get(url("GET", "link", Map.of("response-content-disposition", disposition), -1));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(HELLO);
        assertThat(answer.headers().firstValue("Content-Disposition")).contains(disposition);
    }

    private static boolean isThere(String key) {
        return client.listObjectsV2(it -> it.bucket("puts").prefix(key)).hasContents();
    }

    private URI url(String method, String key, Map<String, String> parameters, long length) {
        var signed = new HashMap<>(headers);
        if (length >= 0) {
            signed.put("content-length", Long.toString(length));
        }
        var address = URI.create(server.endpoint() + "/puts/" + key);
        var request = new PresignedRequest(method, address, parameters, signed, TIME);
        return sign.sign(request, S3ProxyServer.REGION, SIGNER, signedAt);
    }

    private HttpResponse<String> put(URI url, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url).PUT(BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(URI url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }

    private static String digest(String algorithm, String text) throws Exception {
        var digest = MessageDigest.getInstance(algorithm);
        return Base64.getEncoder()
                .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
