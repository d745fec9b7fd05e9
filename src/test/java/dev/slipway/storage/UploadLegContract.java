package dev.slipway.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The upload leg over real HTTP, with the fields that the backend itself has issued. Only what
/// S3 servers agree on: of signature failures the status, not the code.
@DisplayName("D3, D21, D44-D46: the upload leg is the same on every backend")
public abstract class UploadLegContract {

    private final ObjectKey key = new ObjectKey("incoming/" + UUID.randomUUID());
    private final Instant now = Instant.now();

    protected abstract ObjectStore store();

    // --- what is accepted

    @Test
    void takesTheFileAndSaysWhatItTook() throws Exception {
        var answer = form().file("content").send();

        assertThat(answer.statusCode()).isEqualTo(204);
        var stored = store().find(key).orElseThrow();
        assertThat(stored.size()).isEqualTo(7);
        assertThat(stored.contentType()).isEqualTo("image/png");
        assertThat(answer.headers().firstValue("ETag")).hasValue('"' + stored.etag() + '"');
        // not every S3 server says where it is
        assertThat(answer.headers().allValues("Location"))
                .allSatisfy(url -> assertThat(url).contains(key.lastSegment()));
        assertThat(content()).isEqualTo("content");
    }

    @Test
    void keepsEveryByteAsItIs() throws Exception {
        var bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        var nasty = "\r\n--\r\n------\r\n\r\n".getBytes(UTF_8);
        System.arraycopy(nasty, 0, bytes, 1000, nasty.length);

        assertThat(form(terms(1, 1_000_000)).file(bytes).send().statusCode()).isEqualTo(204);

        var etag = store().find(key).orElseThrow().etag();
        try (var stored = store().open(key, etag, ByteRange.first(1_000_000)).orElseThrow()) {
            assertThat(stored.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void takesTheSmallestAndTheLargestSizeThatIsAllowed() throws Exception {
        assertThat(form(terms(3, 5)).file("123").send().statusCode()).isEqualTo(204);
        assertThat(form(terms(3, 5)).file("12345").send().statusCode()).isEqualTo(204);
        assertThat(form(terms(0, 0)).file("").send().statusCode()).isEqualTo(204);

        assertThat(store().find(key).orElseThrow().size()).isZero();
    }

    @Test
    void takesMetadataInAnyScript() throws Exception {
        var metadata = Map.of("original", "Grüße \"q\" \\ 😀 %41+&.png", "empty", "");

        assertThat(form(terms(metadata, Checksums.NONE)).file("content").send().statusCode())
                .isEqualTo(204);

        assertThat(content()).isEqualTo("content");
    }

    @Test
    void takesTheFormAgainUntilItExpires() throws Exception {
        form().file("first").send();

        assertThat(form().file("second").send().statusCode()).isEqualTo(204);

        assertThat(content()).isEqualTo("second");
    }

    @Test
    void takesAFileWithTheRightChecksum() throws Exception {
        var terms = terms(Map.of(), Checksums.ofSha256(sha256("content")));

        assertThat(form(terms).file("content").send().statusCode()).isEqualTo(204);
        assertThat(content()).isEqualTo("content");
    }

    // --- what is refused

    @Test
    void refusesAFileWithAnotherChecksum() throws Exception {
        var terms = terms(Map.of(), Checksums.ofSha256(sha256("content")));

        assertRefused(form(terms).file("c0ntent"), 400);
    }

    @Test
    void refusesAFileThatIsTooLarge() throws Exception {
        assertRefused(form(terms(1, 5)).file("123456"), 400, "EntityTooLarge");
        assertRefused(form(terms(1, 5)).file("x".repeat(3_000_000)), 400, "EntityTooLarge");
    }

    @Test
    void refusesAFileThatIsTooSmall() throws Exception {
        assertRefused(form(terms(3, 5)).file("12"), 400, "EntityTooSmall");
        assertRefused(form(terms(1, 5)).file(""), 400, "EntityTooSmall");
    }

    @Test
    void refusesAFormThatHasExpired() throws Exception {
        var longAgo = now.minus(Duration.ofMinutes(20));
        var terms =
                new UploadTerms(
                        key,
                        "image/png",
                        1,
                        100,
                        Checksums.NONE,
                        Map.of(),
                        longAgo,
                        now.minusSeconds(60));

        assertRefused(form(terms).file("content"), 403, "AccessDenied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "Content-Type", "x-amz-meta-name", "x-amz-date"})
    void refusesAFieldWithAnotherValue(String field) throws Exception {
        var value = ((Ticket.Form) store().ticket(terms(1, 100))).fields().get(field);
        assertThat(value).isNotNull();

        assertRefused(form().with(field, value + "x").file("content"), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-amz-signature", "x-amz-credential", "x-amz-algorithm"})
    void refusesASignatureThatWasTamperedWith(String field) throws Exception {
        var value = ((Ticket.Form) store().ticket(terms(1, 100))).fields().get(field);
        var last = value.charAt(value.length() - 1) == '0' ? '1' : '0';
        var other = value.substring(0, value.length() - 1) + last;

        assertRefused(form().with(field, other).file("content"), 400, 403);
    }

    @Test
    void refusesAPolicyThatWasTamperedWith() throws Exception {
        var policy = ((Ticket.Form) store().ticket(terms(1, 3))).fields().get("policy");
        var json = new String(Base64.getDecoder().decode(policy), UTF_8);
        var wider = json.replaceFirst("(content-length-range\", *1, *)3", "$1999999");
        assertThat(wider).isNotEqualTo(json);

        assertRefused(
                form(terms(1, 3))
                        .with("policy", Base64.getEncoder().encodeToString(wider.getBytes(UTF_8)))
                        .file("content"),
                403);
    }

    @Test
    void refusesAPolicyThatIsNone() throws Exception {
        assertRefused(form().with("policy", "bm8gcG9saWN5").file("content"), 400, 403);
        assertRefused(form().with("policy", "%").file("content"), 400, 403);
    }

    @Test
    void refusesAKeyThatIsUnknown() throws Exception {
        var credential =
                ((Ticket.Form) store().ticket(terms(1, 9))).fields().get("x-amz-credential");
        var other = "AKIANOBODY" + credential.substring(credential.indexOf('/'));

        assertRefused(form().with("x-amz-credential", other).file("content"), 403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key",
                "Content-Type",
                "x-amz-meta-name",
                "policy",
                "x-amz-algorithm",
                "x-amz-credential",
                "x-amz-date",
                "x-amz-signature"
            })
    void refusesAFormThatLacksAField(String field) throws Exception {
        assertRefused(form().without(field).file("content"), 400, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acl", "x-amz-meta-more", "Cache-Control", "success_action_status"})
    void refusesAFieldThatWasNotSigned(String field) throws Exception {
        assertRefused(form().with(field, "public-read").file("content"), 403);
    }

    @Test
    void refusesAFormWithoutAFile() throws Exception {
        assertRefused(form().withoutFile(), 400);
    }

    @Test
    void refusesTheKeyOfSomebodyElse() throws Exception {
        var other = new ObjectKey("incoming/" + UUID.randomUUID());

        assertRefused(form().with("key", other.value()).file("content"), 403);

        assertThat(store().find(other)).isEmpty();
    }

    @Test
    void keepsNothingOfAConnectionThatIsCut() throws Exception {
        var form = form(terms(1, 10_000_000)).file("x".repeat(2_000_000));
        var body = form.body();
        for (var part : List.of(0.1, 0.5, 0.999)) {
            cut(form, Arrays.copyOf(body, (int) (body.length * part)), body.length);
        }

        // Another upload, so that the server has had its time to do wrong.
        var next = new ObjectKey("incoming/" + UUID.randomUUID());
        assertThat(form(terms(next)).file("content").send().statusCode()).isEqualTo(204);
        assertThat(store().find(key)).isEmpty();
    }

    @Test
    void leavesAnEarlierUploadAloneWhenItRefusesAnother() throws Exception {
        form().file("first").send();

        assertThat(form().file("x".repeat(200)).send().statusCode()).isEqualTo(400);

        assertThat(content()).isEqualTo("first");
    }

    @RepeatedTest(20)
    void takesWhatAnyTicketAllowsAndNothingElse(RepetitionInfo repetition) throws Exception {
        var random = new Random(repetition.getCurrentRepetition());
        var metadata = new HashMap<String, String>();
        for (int i = random.nextInt(5); i > 0; i--) {
            metadata.put("m" + i, text(random));
        }
        var size = random.nextInt(1, 5000);
        var min = random.nextInt(size + 1);
        var max = size + random.nextInt(3);
        var type = List.of("image/png", "text/plain", "application/pdf").get(random.nextInt(3));
        var expiresAt = now.plusSeconds(random.nextInt(60, 86_400));
        var terms = new UploadTerms(key, type, min, max, Checksums.NONE, metadata, now, expiresAt);

        assertThat(form(terms).file("x".repeat(size)).send().statusCode()).isEqualTo(204);
        var stored = store().find(key).orElseThrow();
        assertThat(stored.size()).isEqualTo(size);
        assertThat(stored.contentType()).isEqualTo(type);
        store().delete(List.of(key));

        var names = new ArrayList<>(((Ticket.Form) store().ticket(terms)).fields().keySet());
        var changed = names.get(random.nextInt(names.size()));
        var form = form(terms).file("x".repeat(size));
        assertRefused(
                random.nextBoolean() ? form.without(changed) : form.with(changed, "x"), 400, 403);
        assertRefused(form(terms).file("x".repeat(max + 1)), 400, "EntityTooLarge");
    }

    // ---

    protected final FormUpload form() {
        return form(terms(1, 100));
    }

    protected final FormUpload form(UploadTerms terms) {
        return new FormUpload(store().ticket(terms));
    }

    protected final UploadTerms terms(ObjectKey key) {
        return new UploadTerms(
                key, "image/png", 1, 100, Checksums.NONE, Map.of(), now, now.plusSeconds(60));
    }

    private UploadTerms terms(long min, long max) {
        return new UploadTerms(
                key,
                "image/png",
                min,
                max,
                Checksums.NONE,
                Map.of("name", "a photo.png"),
                now,
                now.plusSeconds(60));
    }

    private UploadTerms terms(Map<String, String> metadata, Checksums checksums) {
        return new UploadTerms(
                key, "image/png", 1, 100, checksums, metadata, now, now.plusSeconds(60));
    }

    protected final void assertRefused(FormUpload form, Integer... statuses) throws Exception {
        assertThat(form.send().statusCode()).isIn((Object[]) statuses);
        assertThat(store().find(key)).isEmpty();
    }

    protected final void assertRefused(FormUpload form, int status, String code) throws Exception {
        var answer = form.send();
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("<Code>" + code + "</Code>");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/xml");
        assertThat(store().find(key)).isEmpty();
    }

    protected final String content() throws IOException {
        var etag = store().find(key).orElseThrow().etag();
        try (var bytes = store().open(key, etag, ByteRange.first(1000)).orElseThrow()) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    /// Sends the beginning of a form, and waits until the server has given up.
    private static void cut(FormUpload form, byte[] beginning, int announced) throws IOException {
        var url = form.url();
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            var head =
                    "POST %s HTTP/1.1\r\nHost: %s:%d\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                            .formatted(
                                    url.getPath(),
                                    url.getHost(),
                                    url.getPort(),
                                    form.contentType(),
                                    announced);
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(beginning);
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }

    private static String sha256(String text) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(40), 0x20, 0x11000)
                .filter(c -> Character.isDefined(c) && (c < 0xd800 || c > 0xdfff))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
