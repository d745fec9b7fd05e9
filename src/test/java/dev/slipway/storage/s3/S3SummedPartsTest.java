package dev.slipway.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.SummedPartsContract;
import java.io.IOException;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;

class S3SummedPartsTest extends SummedPartsContract {

    private static final ObjectKey KEY = new ObjectKey("incoming/1");

    @Override
    protected ObjectStore store() {
        return SharedBucket.store();
    }

    /// S3 takes checksums of parts only where it was told of them.
    @Test
    void tellsTheAlgorithmAtTheBegin() throws IOException {
        var settings = Settings.of("bucket", "provider", "minio");
        try (var server = new RecordingS3Fake();
                var client = Clients.at(server.endpoint().toString(), settings)) {
            var uploads =
                    new S3ObjectStore(client, settings, Clock.systemUTC(), new Random(1))
                            .multipart();

            uploads.begin(KEY, ObjectHeaders.ofType("text/plain"), true);
            uploads.begin(KEY, ObjectHeaders.ofType("text/plain"), false);

            assertThat(server.requests())
                    .extracting(request -> request.all("X-amz-checksum-algorithm").toString())
                    .containsExactly("[SHA256]", "[]");
        }
    }

    @Test
    void doesNotSayItOfAProviderThatVerifiesNone() {
        var uploads = SharedBucket.store("provider", "r2").multipart();

        assertThat(uploads.verifiesParts()).isFalse();
    }
}
