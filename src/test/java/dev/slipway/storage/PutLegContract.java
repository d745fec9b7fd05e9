package dev.slipway.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.problem.Refusal;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The upload leg as a presigned PUT over real HTTP, with the headers that the backend itself
/// has issued. Of signature failures only what S3 servers agree on: the status.
@DisplayName("D20, D22, D46, D51: a presigned PUT is the same on every backend")
public abstract class PutLegContract {

    private static final String CONTENT = "content";

    private final ObjectKey key = new ObjectKey("incoming/" + UUID.randomUUID());
    private final Instant now = Instant.now();

    /// A store that prefers uploads by PUT.
    protected abstract ObjectStore store();

    /// Whether it heeds `If-None-Match: *`.
    protected abstract boolean takesEachObjectOnce();

    @Test
    void takesExactlyTheBytesThatWereSigned() throws Exception {
        var answer = put(terms(7)).body(CONTENT).send();

        assertThat(answer.statusCode()).isEqualTo(200);
        var stored = store().find(key).orElseThrow();
        assertThat(stored.size()).isEqualTo(7);
        assertThat(stored.contentType()).isEqualTo("image/png");
        assertThat(answer.headers().firstValue("ETag")).hasValue('"' + stored.etag() + '"');
        assertThat(content()).isEqualTo(CONTENT);
    }

    /// A store that prefers forms, on the same place.
    protected abstract ObjectStore storeOfForms();

    @Test
    void isThereForSendersWithoutFormsWhereTheBackendPrefersForms() throws Exception {
        var sums = new Checksums(null, digest("MD5"), null);
        var terms = terms(7, sums);
        assertThat(storeOfForms().ticket(terms)).isInstanceOf(Ticket.Form.class);
        var put = storeOfForms().putTicket(terms);
        assertThat(put.headers()).isEqualTo(((Ticket.Put) store().ticket(terms)).headers());

        assertNotKept(new PutUpload(put).body("c0ntent"));

        assertThat(new PutUpload(put).body(CONTENT).send().statusCode()).isEqualTo(200);
        assertThat(content()).isEqualTo(CONTENT);
    }

    @Test
    void namesNoHeaderThatBrowsersLetNobodySet() {
        var ticket = (Ticket.Put) store().ticket(terms(7));

        assertThat(ticket.headers().keySet())
                .extracting(name -> name.toLowerCase(Locale.ROOT))
                .contains("content-type")
                .doesNotContain("content-length", "host");
        assertThat(ticket.expiresAt()).isBetween(now, now.plusSeconds(60));
    }

    @Test
    @DisplayName("D44, U2: refuses any other size than the signed one")
    void refusesAnyOtherSize() throws Exception {
        assertRefused(put(terms(7)).body("content!"));
        assertRefused(put(terms(7)).body("conten"));
        assertRefused(put(terms(7)).body(""));
    }

    @Test
    @DisplayName("D20: is signed for no size that is unknown")
    void isSignedForNoSizeThatIsUnknown() {
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

        assertThatThrownBy(() -> store().ticket(terms))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.problem()).isInstanceOf(FileSizeRequired.class));
    }

    @Test
    void refusesAnotherTypeOrNone() throws Exception {
        assertRefused(put(terms(7)).with("Content-Type", "text/html").body(CONTENT));
        assertRefused(put(terms(7)).without("Content-Type").body(CONTENT));
    }

    @Test
    void refusesWhatHasExpired() throws Exception {
        var longAgo = now.minus(Duration.ofMinutes(20));
        var terms =
                new UploadTerms(
                        key,
                        "image/png",
                        7,
                        7,
                        Checksums.NONE,
                        Map.of(),
                        longAgo,
                        now.minusSeconds(60));

        assertRefused(put(terms).body(CONTENT));
    }

    @Test
    void refusesAnAddressThatWasTamperedWith() throws Exception {
        var url = store().ticket(terms(7)).url().toString();
        var other = new ObjectKey("incoming/" + UUID.randomUUID());

        assertRefused(put(terms(7)).to(URI.create(flipped(url))).body(CONTENT));
        assertRefused(
                put(terms(7))
                        .to(
                                URI.create(
                                        url.replaceFirst(
                                                "X-Amz-Expires=\\d+", "X-Amz-Expires=9999")))
                        .body(CONTENT));
        assertRefused(
                put(terms(7))
                        .to(URI.create(url.replace(key.lastSegment(), other.lastSegment())))
                        .body(CONTENT));
        assertThat(store().find(other)).isEmpty();
    }

    @Test
    void refusesOtherMetadataThanTheSigned() throws Exception {
        assertRefused(put(terms(7)).with("x-amz-meta-title", "x").body(CONTENT));
        assertRefused(put(terms(7)).without("x-amz-meta-title").body(CONTENT));
    }

    @Test
    void refusesAFileWithAnotherChecksum() throws Exception {
        var sums = Checksums.ofSha256(digest("SHA-256"));

        assertNotKept(put(terms(7, sums)).body("c0ntent"));
        assertThat(put(terms(7, sums)).body(CONTENT).send().statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAFileWithAnotherMd5() throws Exception {
        var sums = new Checksums(null, digest("MD5"), null);

        assertNotKept(put(terms(7, sums)).body("c0ntent"));
        assertThat(put(terms(7, sums)).body(CONTENT).send().statusCode()).isEqualTo(200);
    }

    @Test
    void takesAnObjectOnceAndAgainWhenItIsGone() throws Exception {
        assumeTrue(takesEachObjectOnce(), "the provider knows no If-None-Match");
        put(terms(7)).body(CONTENT).send();

        assertThat(put(terms(7)).body("another").send().statusCode()).isEqualTo(412);
        assertThat(content()).isEqualTo(CONTENT);
        assertRefusedOnly(put(terms(7)).without("If-None-Match").body("another"));

        store().delete(List.of(key));
        assertThat(put(terms(7)).body("another").send().statusCode()).isEqualTo(200);
    }

    private PutUpload put(UploadTerms terms) {
        return new PutUpload(store().ticket(terms));
    }

    private UploadTerms terms(long size) {
        return terms(size, Checksums.NONE);
    }

    private UploadTerms terms(long size, Checksums sums) {
        return new UploadTerms(
                key,
                "image/png",
                size,
                size,
                sums,
                Map.of("title", "Übung 1+1"),
                now,
                now.plusSeconds(60));
    }

    private void assertRefused(PutUpload put) throws Exception {
        assertRefusedOnly(put);
        assertThat(store().find(key)).isEmpty();
    }

    private static void assertRefusedOnly(PutUpload put) throws Exception {
        assertThat(put.send().statusCode()).isEqualTo(403);
    }

    private void assertNotKept(PutUpload put) throws Exception {
        assertThat(put.send().statusCode()).isEqualTo(400);
        assertThat(store().find(key)).isEmpty();
    }

    private String content() throws Exception {
        var etag = store().find(key).orElseThrow().etag();
        try (var bytes = store().open(key, etag, ByteRange.first(1000)).orElseThrow()) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    private static String flipped(String url) {
        var last = url.charAt(url.length() - 1) == '0' ? '1' : '0';
        return url.substring(0, url.length() - 1) + last;
    }

    private static String digest(String algorithm) throws Exception {
        var digest = MessageDigest.getInstance(algorithm).digest(CONTENT.getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }
}
