package dev.slipway.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.storage.Judged;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

@DisplayName("D32, U4: providers that refuse checksum headers")
class ProvidersWithoutChecksumsTest {

    private static final ObjectKey FIRST = new ObjectKey("incoming/1");
    private static final ObjectKey SECOND = new ObjectKey("private/2");

    private RecordingS3Fake server;
    private S3Client client;
    private ObjectStore store;

    @BeforeEach
    void start() throws IOException {
        server = new RecordingS3Fake();
        var settings = Settings.of("bucket", "provider", "b2");
        client = Clients.at(server.endpoint().toString(), settings);
        store = new S3ObjectStore(client, settings, Clock.systemUTC(), new Random(1));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void getNoneWithAnyCall(@TempDir Path directory) throws IOException {
        var png = ObjectHeaders.ofType("image/png");
        store.write(FIRST, Files.writeString(directory.resolve("file"), "bytes"), png);
        store.find(FIRST);
        store.promote(Judged.object(FIRST, "e"), SECOND, png);
        store.multipart().begin(FIRST, png, false);
        store.delete(List.of(FIRST, SECOND));

        assertThat(server.requests()).hasSizeGreaterThan(5);
        for (var request : server.requests()) {
            assertThat(request.headers().keySet())
                    .extracting(name -> name.toLowerCase(Locale.ROOT))
                    .noneMatch(name -> name.contains("checksum") || name.equals("x-amz-trailer"));
        }
    }

    @Test
    void deleteObjectsOneByOne() {
        store.delete(List.of(FIRST, SECOND));

        assertThat(server.requests())
                .extracting(RecordingS3Fake.Request::line)
                .containsExactly("DELETE /bucket/incoming/1", "DELETE /bucket/private/2");
    }
}
