package dev.slipway.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.storage.Checksums;
import dev.slipway.storage.FormUpload;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.ObjectStoreContract;
import dev.slipway.storage.Ticket;
import dev.slipway.storage.UploadTerms;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D40: under a key prefix a bucket keeps what ObjectStore promises")
class S3KeyPrefixTest extends ObjectStoreContract {

    private static final ObjectStore STORE = SharedBucket.store("key-prefix", "/team/app/");

    @Override
    protected ObjectStore store() {
        return STORE;
    }

    @Test
    void andTakesUploadsThereWhichOthersSeeUnderTheirFullName() throws Exception {
        var now = Instant.now();
        var upload = new ObjectKey("incoming/prefixed");
        var ticket =
                STORE.ticket(
                        new UploadTerms(
                                upload,
                                "image/png",
                                1,
                                9,
                                Checksums.NONE,
                                Map.of(),
                                now,
                                now.plusSeconds(60)));

        assertThat(((Ticket.Form) ticket).fields())
                .containsEntry("key", "team/app/incoming/prefixed");
        assertThat(new FormUpload(ticket).file("content").send().statusCode()).isEqualTo(204);

        assertThat(STORE.find(upload)).isPresent();
        assertThat(SharedBucket.store().find(new ObjectKey("team/app/incoming/prefixed")))
                .isPresent();
        assertThat(SharedBucket.store().find(upload)).isEmpty();
        assertThat(STORE.address(upload)).asString().endsWith("/team/app/incoming/prefixed");
    }

    @Test
    void andTellsUnfinishedUploadsByTheirKeys() {
        var key = new ObjectKey("incoming/in-parts");
        var id =
                STORE.multipart()
                        .begin(key, dev.slipway.storage.ObjectHeaders.ofType("image/png"), false);

        assertThat(STORE.multipart().unfinished("incoming/in-parts"))
                .singleElement()
                .satisfies(upload -> assertThat(upload.key()).isEqualTo(key))
                .satisfies(upload -> assertThat(upload.uploadId()).isEqualTo(id));
        assertThat(SharedBucket.store().multipart().unfinished("incoming/in-parts")).isEmpty();
    }
}
