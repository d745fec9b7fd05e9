package dev.slipway.storage.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.presign.AwsCredentials;
import dev.slipway.presign.Condition;
import dev.slipway.presign.PostForm;
import dev.slipway.presign.SignPostForm;
import dev.slipway.storage.Checksums;
import dev.slipway.storage.FormUpload;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.Ticket;
import dev.slipway.storage.UploadTerms;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("D3, D114: the local upload leg refuses in S3's words, and keeps nothing")
class UploadRefusalsTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Inject LocalStorage storage;
    @Inject LocalStorageConfig config;

    private final ObjectKey key = new ObjectKey("incoming/" + UUID.randomUUID());
    private final Instant now = Instant.now();

    @AfterEach
    void nothingIsLeftOnTheWay() throws IOException {
        Drafts.assertNone(config.directory());
    }

    @ParameterizedTest
    @CsvSource({
        "policy, 400, InvalidArgument",
        "x-amz-signature, 400, InvalidArgument",
        "key, 403, AccessDenied",
        "Content-Type, 403, AccessDenied",
        "x-amz-algorithm, 403, AccessDenied",
        "x-amz-credential, 403, AccessDenied",
        "x-amz-date, 403, AccessDenied"
    })
    void whenAFieldIsMissing(String field, int status, String code) throws Exception {
        assertRefused(form().without(field).file("content"), status, code);
    }

    @ParameterizedTest
    @CsvSource({
        "x-amz-signature, 0000, 403, SignatureDoesNotMatch",
        "x-amz-credential, nobody/20260101/local/s3/aws4_request, 403, AccessDenied",
        "policy, bm8gcG9saWN5, 400, InvalidPolicyDocument",
        "policy, %%%, 400, InvalidPolicyDocument",
        "policy, e30=, 403, SignatureDoesNotMatch",
        "Content-Type, text/html, 403, AccessDenied",
        "acl, public-read, 403, AccessDenied"
    })
    void whenAFieldHasAnotherValue(String field, String value, int status, String code)
            throws Exception {
        assertRefused(form().with(field, value).file("content"), status, code);
    }

    @Test
    void whenTheSignerIsUnknown() throws Exception {
        var credential = ticket().fields().get("x-amz-credential").replace("local/2", "nobody/2");

        assertRefused(
                form().with("x-amz-credential", credential).file("content"),
                403,
                "InvalidAccessKeyId");
    }

    @Test
    void whenTheFormHasExpired() throws Exception {
        var terms =
                new UploadTerms(
                        key,
                        "image/png",
                        1,
                        9,
                        Checksums.NONE,
                        Map.of(),
                        now.minusSeconds(99),
                        now);

        var body =
                assertRefused(
                        new FormUpload(storage.open().ticket(terms)).file("content"),
                        403,
                        "AccessDenied");

        assertThat(body)
                .contains("<Message>Invalid according to Policy: Policy expired.</Message>")
                .contains("<RequestId>");
    }

    @Test
    void whenThereIsNoFile() throws Exception {
        assertRefused(form().withoutFile(), 400, "InvalidArgument");
    }

    @Test
    void whenTheFileIsTooLargeAndTheNextOneOnTheSameConnectionIsTaken() throws Exception {
        assertRefused(form().file("x".repeat(5_000_000)), 400, "EntityTooLarge");

        assertThat(form().file("content").send().statusCode()).isEqualTo(204);
    }

    @Test
    void whenTheFieldsAreTooLong() throws Exception {
        var filler = "x".repeat(21 * 1024);
        var tooLong = "MaxPostPreDataLengthExceededError";

        assertRefused(form().with("x-ignore-a", filler).file("content"), 400, tooLong);
        assertRefused(form().with("x-ignore-a", filler.repeat(1000)).file("content"), 400, tooLong);
        var many = form();
        for (int i = 0; i < 3000; i++) {
            many.with("x-ignore-" + i, "");
        }
        assertRefused(many.file("content"), 400, tooLong);
    }

    @Test
    void whenItIsSentToTheAddressOfAnotherForm() throws Exception {
        var other = URI.create(form().url() + "x");

        var answer = post(other, form().file("content"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(storage.open().find(key)).isEmpty();
    }

    @Test
    void whenTheFormIsNotMultipart() throws Exception {
        for (var type : List.of("image/png", "multipart/form-data", "multipart/form-data; x=y")) {
            var answer = send(type, "content".getBytes(UTF_8));
            assertThat(answer.statusCode()).isEqualTo(412);
            assertThat(answer.body()).contains("<Code>PreconditionFailed</Code>");
        }
    }

    @Test
    void whenTheFormDoesNotEnd() throws Exception {
        var form = form().file("content");
        var body = form.body();

        var answer = send(form.contentType(), Arrays.copyOf(body, body.length - 60));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<Code>MalformedPOSTRequest</Code>");
        assertThat(storage.open().find(key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rubbish",
                "--B--",
                "--B\r\n\r\n",
                "--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--",
                "--B\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--B--",
                "--Bxx\r\n--B",
                "\r\n--B\r\nContent-Disposition: form-data; name=\"key\"; name*=%%\r\n\r\nx\r\n--B--"
            })
    void whenTheBodyIsNoForm(String body) throws Exception {
        var answer = send("multipart/form-data; boundary=B", body.getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<Error><Code>");
    }

    @Test
    void whenADigestIsWrong() throws Exception {
        var md5 =
                Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("MD5").digest("content".getBytes(UTF_8)));
        var fields = Map.of("Content-MD5", md5);

        assertRefused(signed(fields).file("c0ntent"), 400, "BadDigest");
        assertThat(signed(fields).file("content").send().statusCode()).isEqualTo(204);
    }

    @Test
    void butTakesABodyOfUnknownLength() throws Exception {
        var form = form().file("content");
        var body = form.body();

        var answer =
                CLIENT.send(
                        HttpRequest.newBuilder(URI.create(form.url() + "/"))
                                .header("Content-Type", form.contentType())
                                .POST(
                                        HttpRequest.BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(body)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(storage.open().find(key)).isPresent();
    }

    @Test
    void butIgnoresFieldsThatAskForItAndWhatFollowsTheFile() throws Exception {
        var form = form().with("x-ignore-me", "1").file("content");
        var body = new String(form.body(), UTF_8);
        var boundary = form.contentType().substring(form.contentType().indexOf('=') + 1);
        var more =
                body.substring(0, body.length() - 4)
                        + "\r\nContent-Disposition: form-data; name=\"submit\"\r\n\r\nSend\r\n--"
                        + boundary
                        + "--\r\n";

        assertThat(send(form.contentType(), more.getBytes(UTF_8)).statusCode()).isEqualTo(204);
        assertThat(storage.open().find(key).orElseThrow().size()).isEqualTo(7);
    }

    @Test
    void butAnswersWithTheStatusThatTheFormAsksFor() throws Exception {
        assertThat(signed(Map.of("success_action_status", "200")).file("a").send().statusCode())
                .isEqualTo(200);

        var answer = signed(Map.of("success_action_status", "201")).file("a").send();

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body())
                .contains("<PostResponse><Location>" + storage.open().address(key))
                .contains("<Bucket>local</Bucket><Key>" + key + "</Key>")
                .contains("<ETag>&quot;0cc175b9c0f1b6a831c399e269772661&quot;</ETag>");
    }

    // ---

    private Ticket.Form ticket() {
        var terms =
                new UploadTerms(
                        key,
                        "image/png",
                        1,
                        100,
                        Checksums.NONE,
                        Map.of(),
                        now,
                        now.plusSeconds(60));
        return (Ticket.Form) storage.open().ticket(terms);
    }

    private FormUpload form() {
        return new FormUpload(ticket());
    }

    /// A form with fields that our tickets do not have, signed with the secret in the
    /// directory.
    private FormUpload signed(Map<String, String> fields) throws IOException {
        var secret = LocalSecret.in(config.directory().resolve("secret"));
        var signer =
                new AwsCredentials(
                        "local", HexFormat.of().formatHex(secret.keyFor("post policies")), null);
        var form =
                new PostForm(
                        "local",
                        key.value(),
                        fields,
                        new Condition.ContentLengthRange(1, 100),
                        now.plusSeconds(60));
        return new FormUpload(
                new Ticket.Form(
                        ticket().url(),
                        new SignPostForm().sign(form, "local", signer, now),
                        now.plusSeconds(60)));
    }

    private String assertRefused(FormUpload form, int status, String code) throws Exception {
        var answer = form.send();
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/xml");
        assertThat(answer.body()).contains("<Error><Code>" + code + "</Code>");
        assertThat(storage.open().find(key)).isEmpty();
        return answer.body();
    }

    private HttpResponse<String> send(String type, byte[] body) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(ticket().url())
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(URI url, FormUpload form) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(url)
                        .header("Content-Type", form.contentType())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(form.body()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
