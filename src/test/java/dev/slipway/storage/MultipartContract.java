package dev.slipway.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every [MultipartUploads] promises; parts go over real HTTP, with the tickets that the
/// backend itself has issued. The store may hold objects of other tests.
@DisplayName("D23, D24: every backend takes objects in parts as MultipartUploads says")
public abstract class MultipartContract {

    /// The smallest part that S3 joins with others.
    private static final int SMALLEST = 5 << 20;

    private static final ObjectHeaders PNG =
            ObjectHeaders.ofType("image/png").with(Map.of("title", "Übung 1+1"));

    private final Instant now = Instant.now();
    private final ObjectKey key = new ObjectKey("incoming/" + UUID.randomUUID());

    @TempDir Path directory;

    protected abstract ObjectStore store();

    private MultipartUploads uploads() {
        return store().multipart();
    }

    // --- parts

    @Test
    void takesPartsInAnyOrderAndListsThemByNumber() throws Exception {
        var id = uploads().begin(key, PNG);

        var third = send(id, 3, "third");
        var first = send(id, 1, "the first");

        assertThat(uploads().parts(key, id).orElseThrow())
                .containsExactly(new Part(1, first, 9), new Part(3, third, 5));
        assertThat(store().find(key)).isEmpty();
    }

    @Test
    void keepsOfAPartThatComesAgainTheLaterOne() throws Exception {
        var id = uploads().begin(key, PNG);
        send(id, 1, "first");

        var again = send(id, 1, "once again");

        assertThat(uploads().parts(key, id).orElseThrow()).containsExactly(new Part(1, again, 10));
        assertThat(join(id)).isEqualTo(new Completion.Done());
        assertThat(content()).isEqualTo("once again".getBytes(UTF_8));
    }

    @Test
    void listsNoPartsOfAnUploadThatHasJustBegun() {
        var id = uploads().begin(key, PNG);

        assertThat(uploads().parts(key, id)).hasValue(List.of());
    }

    @Test
    void refusesAPartOfAnotherSizeThanTheSignedOne() throws Exception {
        var id = uploads().begin(key, PNG);

        assertThat(part(id, 1, 5L).body("123456").send().statusCode()).isEqualTo(403);
        assertThat(part(id, 1, 5L).body("1234").send().statusCode()).isEqualTo(403);
        assertThat(uploads().parts(key, id)).hasValue(List.of());

        assertThat(part(id, 1, 5L).body("12345").send().statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAnotherPartThanTheSignedOne() throws Exception {
        var id = uploads().begin(key, PNG);
        var url = ticket(id, 1, null).url().toString();

        var other = URI.create(url.replace("partNumber=1&", "partNumber=2&"));

        assertThat(other).isNotEqualTo(URI.create(url));
        assertThat(part(id, 1, null).to(other).body("x").send().statusCode()).isEqualTo(403);
        assertThat(uploads().parts(key, id)).hasValue(List.of());
    }

    @Test
    void refusesATicketThatHasExpired() throws Exception {
        var id = uploads().begin(key, PNG);
        var longAgo = now.minus(Duration.ofMinutes(20));
        var ticket =
                uploads().ticket(new PartTerms(key, id, 1, null, longAgo, now.minusSeconds(60)));

        var answer = new PutUpload(ticket).body("late").send();

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<Message>Request has expired</Message>");
    }

    /// A checksum in the address would be the one of an empty body.
    @Test
    @DisplayName("U4: signs no checksum and no header that a client would have to send")
    void signsNoChecksumAndNoHeader() {
        var id = uploads().begin(key, PNG);

        for (var size : new Long[] {null, 5L}) {
            var ticket = ticket(id, 1, size);
            assertThat(ticket.headers()).isEmpty();
            assertThat(ticket.url().getRawQuery().toLowerCase(Locale.ROOT))
                    .contains("x-amz-signature")
                    .doesNotContain("checksum");
            assertThat(ticket.expiresAt())
                    .isEqualTo(now.plusSeconds(60).truncatedTo(ChronoUnit.SECONDS));
        }
    }

    // --- complete

    @Test
    void joinsThePartsInTheOrderOfTheirNumbers() throws Exception {
        var bytes = new byte[2 * SMALLEST + 1000];
        new Random(1).nextBytes(bytes);
        var id = uploads().begin(key, PNG);
        sendBytes(id, 3, Arrays.copyOfRange(bytes, 2 * SMALLEST, bytes.length));
        sendBytes(id, 1, Arrays.copyOf(bytes, SMALLEST));
        sendBytes(id, 2, Arrays.copyOfRange(bytes, SMALLEST, 2 * SMALLEST));
        var parts = uploads().parts(key, id).orElseThrow().reversed();

        assertThat(uploads().complete(key, id, parts)).isEqualTo(new Completion.Done());

        var stored = store().find(key).orElseThrow();
        assertThat(stored.size()).isEqualTo(bytes.length);
        assertThat(stored.contentType()).isEqualTo("image/png");
        assertThat(content()).isEqualTo(bytes);
    }

    /// Amazon and others answer `Done` again for a while.
    @Test
    void isNoLongerThereOnceItIsComplete() throws Exception {
        var id = uploads().begin(key, PNG);
        var part = new Part(1, send(id, 1, "all"), 3);
        uploads().complete(key, id, List.of(part));

        assertThat(uploads().complete(key, id, List.of(part)))
                .isIn(new Completion.NoSuchUpload(), new Completion.Done());
        assertThat(uploads().parts(key, id).orElse(List.of())).isEmpty();
        assertThat(content()).isEqualTo("all".getBytes(UTF_8));
    }

    @Test
    void takesETagsWithQuotesToo() throws Exception {
        var id = uploads().begin(key, PNG);
        var part = new Part(1, '"' + send(id, 1, "all") + '"', 3);

        assertThat(uploads().complete(key, id, List.of(part))).isEqualTo(new Completion.Done());
    }

    @Test
    void joinsNoPartsThatAreNotThere() throws Exception {
        var id = uploads().begin(key, PNG);
        var there = new Part(1, send(id, 1, "all"), 3);

        assertThat(uploads().complete(key, id, List.of())).isInstanceOf(Completion.Refused.class);
        assertThat(uploads().complete(key, id, List.of(new Part(1, "0".repeat(32), 3))))
                .isInstanceOf(Completion.Refused.class);
        assertThat(uploads().complete(key, id, List.of(there, new Part(2, there.etag(), 3))))
                .isInstanceOf(Completion.Refused.class);

        assertThat(store().find(key)).isEmpty();
        assertThat(uploads().complete(key, id, List.of(there))).isEqualTo(new Completion.Done());
    }

    @Test
    void joinsNoPartThatIsTooSmallWithOthers() throws Exception {
        var id = uploads().begin(key, PNG);
        send(id, 1, "small");
        send(id, 2, "also small");

        assertThat(join(id)).isInstanceOf(Completion.Refused.class);
        assertThat(store().find(key)).isEmpty();
    }

    // --- abort

    @Test
    void leavesNothingOfAnUploadThatIsAborted() throws Exception {
        var id = uploads().begin(key, PNG);
        var part = new Part(1, send(id, 1, "gone"), 4);

        uploads().abort(key, id);
        uploads().abort(key, id);

        assertThat(uploads().parts(key, id).orElse(List.of())).isEmpty();
        assertThat(uploads().complete(key, id, List.of(part)))
                .isEqualTo(new Completion.NoSuchUpload());
        assertThat(store().find(key)).isEmpty();
    }

    @Test
    void tellsWhichUploadsHaveNotEnded() throws Exception {
        var folder = "test/" + UUID.randomUUID() + "/";
        var open = new ObjectKey(folder + "open");
        var ended = new ObjectKey(folder + "ended");
        var first = uploads().begin(open, PNG);
        var second = uploads().begin(open, PNG);
        uploads().abort(ended, uploads().begin(ended, PNG));

        var unfinished = uploads().unfinished(folder);

        assertThat(unfinished).extracting(UnfinishedUpload::key).containsOnly(open);
        assertThat(unfinished)
                .extracting(UnfinishedUpload::uploadId)
                .containsExactlyInAnyOrder(first, second);
        assertThat(unfinished)
                .allSatisfy(
                        upload ->
                                assertThat(upload.begunAt())
                                        .isBetween(now.minusSeconds(60), now.plusSeconds(60)));
    }

    // ---

    private Ticket.Put ticket(String id, int number, @Nullable Long size) {
        return uploads().ticket(new PartTerms(key, id, number, size, now, now.plusSeconds(60)));
    }

    private PutUpload part(String id, int number, @Nullable Long size) {
        return new PutUpload(ticket(id, number, size));
    }

    /// The ETag of the part, without quotes.
    private String send(String id, int number, String text) throws Exception {
        return sendBytes(id, number, text.getBytes(UTF_8));
    }

    private String sendBytes(String id, int number, byte[] bytes) throws Exception {
        var answer = part(id, number, (long) bytes.length).body(bytes).send();
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("ETag").orElseThrow().replace("\"", "");
    }

    private Completion join(String id) {
        return uploads().complete(key, id, uploads().parts(key, id).orElseThrow());
    }

    private byte[] content() throws IOException {
        var copy = directory.resolve(UUID.randomUUID().toString());
        assertThat(store().copyTo(key, copy)).isTrue();
        return Files.readAllBytes(copy);
    }
}
