package dev.slipway.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every storage does that verifies parts.
public abstract class SummedPartsContract {

    private final ObjectKey key = new ObjectKey("incoming/" + UUID.randomUUID());
    private final Instant now = Instant.now();

    protected abstract ObjectStore store();

    @Test
    @DisplayName("D110: takes the bytes of the signed SHA-256 and no others, and joins them")
    void takesTheBytesOfTheSignedSha256AndNoOthers() throws Exception {
        var uploads = store().multipart();
        assertThat(uploads.verifiesParts()).isTrue();
        var id = uploads.begin(key, ObjectHeaders.ofType("text/plain"), true);
        var digest = MessageDigest.getInstance("SHA-256").digest("whole".getBytes(UTF_8));
        var sum = Base64.getEncoder().encodeToString(digest);
        var ticket = uploads.ticket(new PartTerms(key, id, 1, 5L, sum, now, now.plusSeconds(60)));

        assertThat(ticket.headers()).isEqualTo(Map.of("x-amz-checksum-sha256", sum));
        var damaged = new PartUpload(ticket).body("whale").send();
        assertThat(damaged.statusCode()).isEqualTo(400);
        assertThat(damaged.body()).contains("<Code>BadDigest</Code>");
        assertThat(uploads.parts(key, id)).hasValue(List.of());

        assertThat(new PartUpload(ticket).body("whole").send().statusCode()).isEqualTo(200);
        var parts = uploads.parts(key, id).orElseThrow();
        assertThat(uploads.complete(key, id, parts)).isEqualTo(new Completion.Done());
        // what its parts sum up to says nothing of the whole
        assertThat(store().find(key).orElseThrow().verified()).isEqualTo(Checksums.NONE);
    }
}
