package dev.slipway.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.Api;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.Parts;
import dev.slipway.flow.Samples;
import dev.slipway.storage.s3.S3ProxyResource;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("D24: after kill -9 and a new start an upload in parts goes on")
class ResumingPartsIT {

    private static final int MIB = 1 << 20;
    private static final int PART = 5 * MIB;
    private static final byte[] FILM = Samples.text(21 * MIB);
    private static final int PARTS = 5;
    private static final Map<String, ?> START =
            Map.of("file_name", "film.txt", "file_type", "text/plain", "file_size", FILM.length);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir Path folder;
    private Installation installation;
    private Api alice;

    @BeforeEach
    void install() throws Exception {
        installation =
                Installation.in(folder)
                        .with("slipway.multipart.threshold", "5M")
                        .with("slipway.multipart.part-size", "5M")
                        .with("slipway.profiles.default.max-size", "1G");
        RestAssured.baseURI = installation.address().toString();
        alice = installation.as("alice", "user");
    }

    @AfterEach
    void forgetTheAddress() {
        RestAssured.reset();
    }

    @Test
    @DisplayName("on a directory, also when a part was on its way at that moment")
    void onADirectory() throws IOException {
        Parts parts;
        String signedBefore;
        try (var program = installation.start()) {
            parts = Parts.of(alice, alice.start(START));
            bring(parts, 2);
            bring(parts, 5);
            signedBefore = parts.sign(3);
            try (var _ = HalfAPart.send(parts.sign(1), cut(1))) {
                waitUntilSomeOfItIsWritten();
                program.kill();
            }
        }
        try (var program = installation.start()) {
            assertThat(arrived(parts)).containsExactly(2, 5);
            assertThat(parts.list().getList("Size")).containsExactly(PART, MIB);
            assertThat(alice.tryFinish(parts.id).jsonPath().getString("code"))
                    .isEqualTo("not_uploaded");
            assertThat(FormPost.put(signedBefore, Map.of(), cut(3)).statusCode()).isEqualTo(200);
            program.kill();
        }
        try (var _ = installation.start()) {
            assertThat(arrived(parts)).containsExactly(2, 3, 5);
            bringTheRest(parts);
            assertFinishes(parts);
        }
        assertThat(filesIn("uploads")).isEmpty();
    }

    @Test
    @DisplayName("on S3, where parts arrive even while there is no server")
    void onS3() throws IOException {
        var s3 = new S3ProxyResource();
        try {
            installation = installation.with(s3.start());
            Parts parts;
            try (var program = installation.start()) {
                parts = Parts.of(alice, alice.start(START));
                bring(parts, 2);
                var signedBefore = parts.sign(4);
                program.kill();
                assertThat(FormPost.put(signedBefore, Map.of(), cut(4)).statusCode())
                        .isEqualTo(200);
            }
            try (var _ = installation.start()) {
                assertThat(arrived(parts)).containsExactly(2, 4);
                bringTheRest(parts);
                assertFinishes(parts);
            }
        } finally {
            s3.stop();
        }
    }

    private void assertFinishes(Parts parts) {
        var file = alice.finish(parts.id);
        assertThat(file.getString("state")).isEqualTo("finished");
        assertThat(file.getInt("size")).isEqualTo(FILM.length);
        assertThat(FormPost.get(file.getString("url")).body()).isEqualTo(FILM);
    }

    /// Sends what the list does not name.
    private static void bringTheRest(Parts parts) {
        var arrived = arrived(parts);
        for (var number = 1; number <= PARTS; number++) {
            if (!arrived.contains(number)) {
                bring(parts, number);
            }
        }
    }

    private static List<Integer> arrived(Parts parts) {
        return parts.list().getList("PartNumber", Integer.class);
    }

    private static void bring(Parts parts, int number) {
        parts.bring(number, cut(number));
    }

    private static byte[] cut(int number) {
        return Parts.cut(FILM, PART, number - 1);
    }

    /// A part is a draft until its last byte is there.
    private void waitUntilSomeOfItIsWritten() throws IOException {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        while (sizeOf(filesIn("tmp")) < MIB) {
            assertThat(System.nanoTime()).as("half a part at last").isLessThan(deadline);
        }
    }

    private static long sizeOf(List<Path> files) {
        return files.stream().mapToLong(file -> file.toFile().length()).sum();
    }

    private List<Path> filesIn(String name) throws IOException {
        try (Stream<Path> files = Files.walk(installation.storage().resolve(name))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
