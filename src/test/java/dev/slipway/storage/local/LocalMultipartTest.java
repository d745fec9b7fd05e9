package dev.slipway.storage.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.presign.AwsCredentials;
import dev.slipway.presign.PresignedRequest;
import dev.slipway.presign.SignUrl;
import dev.slipway.storage.MultipartContract;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.PartUpload;
import dev.slipway.storage.Ticket;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LocalMultipartTest extends MultipartContract {

    @Inject LocalStorage storage;
    @Inject LocalStorageConfig config;

    @Override
    protected ObjectStore store() {
        return storage.open();
    }

    @AfterEach
    void nothingIsLeftOnTheWay() throws IOException {
        Drafts.assertNone(config.directory());
    }

    // --- what S3 says

    @ParameterizedTest
    @ValueSource(strings = {"0", "10001", "-1", "one", "", "99999999999999999999"})
    void knowsNoPartNumberBeyondThoseOfS3(String number) throws Exception {
        var id = begin();

        var answer = signed(Map.of("partNumber", number, "uploadId", id)).body("x").send();

        assertRefused(answer, 400, "InvalidArgument");
        assertThat(answer.body())
                .contains("Part number must be an integer between 1 and 10000, inclusive");
        assertThat(uploads().parts(key, id)).hasValue(List.of());
    }

    @Test
    void wantsBothTheNumberAndTheUpload() throws Exception {
        var id = begin();

        assertRefused(signed(Map.of("uploadId", id)).body("x").send(), 400, "InvalidArgument");
        assertRefused(signed(Map.of("partNumber", "1")).body("x").send(), 404, "NoSuchUpload");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../objects", "x", "00000000-0000-0000-0000-000000000000"})
    void knowsNoOtherUpload(String id) throws Exception {
        var answer = signed(Map.of("partNumber", "1", "uploadId", id)).body("x").send();

        assertRefused(answer, 404, "NoSuchUpload");
        assertThat(answer.body()).contains("The specified upload does not exist.");
        assertThat(uploads().parts(key, id)).isEmpty();
        uploads().abort(key, id);
    }

    @Test
    void knowsAnUploadUnderItsOwnKeyOnly() throws Exception {
        var id = begin();
        var other = new ObjectKey("incoming/other");

        assertThat(uploads().parts(other, id)).isEmpty();
        uploads().abort(other, id);

        assertThat(uploads().parts(key, id)).isPresent();
        var url = part(id, 1, null).url().resolve("other");
        assertRefused(
                signed(url, Map.of("partNumber", "1", "uploadId", id)).body("x").send(),
                404,
                "NoSuchUpload");
    }

    @Test
    void takesABodyOfUnknownLengthButNotOneThatIsCut() throws Exception {
        var id = begin();

        var answer = part(id, 1, null).send(BodyPublishers.ofInputStream(() -> bytes(3_000_000)));

        assertThat(answer.statusCode()).isEqualTo(200);
        part(id, 2, null).body("x".repeat(200_000)).cutInChunks();
        assertThat(uploads().parts(key, id).orElseThrow())
                .singleElement()
                .satisfies(part -> assertThat(part.size()).isEqualTo(3_000_000));
    }

    @Test
    void refusesMoreThanAPartMayHaveAtOnce() throws Exception {
        var id = begin();
        var largest = 5L * 1024 * 1024 * 1024;

        assertThat(part(id, 1, null).announce(largest + 1))
                .startsWith("HTTP/1.1 400 ")
                .contains("<Code>EntityTooLarge</Code>")
                .contains("maximum allowed size of " + largest + " bytes");
        assertThat(uploads().parts(key, id)).hasValue(List.of());
    }

    @Test
    void answersTheNextOneOnTheSameConnectionAfterARefusal() throws Exception {
        var id = begin();
        uploads().abort(key, id);
        var next = begin();

        assertThat(part(id, 1, null).body(new byte[3_000_000]).send().statusCode()).isEqualTo(404);

        assertThat(part(next, 1, null).body("x").send().statusCode()).isEqualTo(200);
    }

    @Test
    void letsPagesOfOtherOriginsReadTheETag() throws Exception {
        var answer = part(begin(), 1, null).body("x").header("Origin", "https://a.example").send();

        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("ETag");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("ETag").orElseThrow()).startsWith("\"");
    }

    // ---

    /// An address that our tickets would never be.
    private PartUpload signed(Map<String, String> parameters) throws IOException {
        return signed(part("x", 1, null).url(), parameters);
    }

    private PartUpload signed(URI url, Map<String, String> parameters) throws IOException {
        var secret = LocalSecret.in(config.directory().resolve("secret"));
        var signer =
                new AwsCredentials(
                        "local", HexFormat.of().formatHex(secret.keyFor("post policies")), null);
        var address = URI.create(url.toString().split("\\?", 2)[0]);
        var request =
                new PresignedRequest("PUT", address, parameters, Map.of(), Duration.ofMinutes(1));
        return new PartUpload(
                new Ticket.Put(
                        new SignUrl().sign(request, "local", signer, now),
                        Map.of(),
                        now.plusSeconds(60)));
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/xml");
        assertThat(answer.body()).contains("<Error><Code>" + code + "</Code>");
    }

    private static InputStream bytes(int size) {
        return new ByteArrayInputStream(new byte[size]);
    }
}
