package dev.slipway.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.Api;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.Samples;
import dev.slipway.storage.s3.S3ProxyResource;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The packaged program makes an upload a file with variants")
class MainFlowIT {

    private static final byte[] PICTURE = Samples.jpeg(1200, 900);
    private static final Map<String, ?> BODY =
            Map.of(
                    "file_name", "picture.jpg",
                    "file_type", "image/jpeg",
                    "file_size", PICTURE.length);

    @TempDir Path folder;
    private Installation installation;

    @BeforeEach
    void install() throws Exception {
        installation = Installation.in(folder);
    }

    @AfterEach
    void forgetTheAddress() {
        RestAssured.reset();
    }

    @Test
    @DisplayName("D1 D6 D57 D66: in a directory")
    void inADirectory() throws IOException {
        uploadsAndRenders(installation.process(), "local", "/api/files/upload/direct/local/");
        assertThat(installation.storage()).isDirectory();
    }

    @Test
    @DisplayName("D1 D6 D57 D66 D117: on S3, with settings from the environment")
    void onS3() throws IOException {
        var s3 = new S3ProxyResource();
        try {
            var process = installation.process();
            s3.start().forEach((name, value) -> process.environment().put(variable(name), value));
            uploadsAndRenders(process, "s3", "/" + S3ProxyResource.BUCKET);
        } finally {
            s3.stop();
        }
        assertThat(installation.storage()).doesNotExist();
    }

    private static String variable(String setting) {
        return setting.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private void uploadsAndRenders(ProcessBuilder process, String storage, String formAddress)
            throws IOException {
        try (var _ = Program.start(process)) {
            RestAssured.baseURI = installation.address().toString();
            var alice = installation.as("alice", "user");

            var started = alice.startAndSend(BODY, PICTURE);
            assertThat(started.getString("storage")).isEqualTo(storage);
            assertThat(started.getString("url")).contains(formAddress);
            assertThat(alice.finish(started.getString("id")).getString("state"))
                    .isEqualTo("finished");

            assertVariants(alice, started.getString("id"));
        }
    }

    private static void assertVariants(Api alice, String id) throws IOException {
        var file = alice.processed(id);
        assertThat(file.getString("processing.state")).isEqualTo("ready");
        assertThat(FormPost.get(file.getString("url")).body()).isEqualTo(PICTURE);
        assertThat(file.getList("variants.width")).containsExactly(300, 500, 800);
        for (var index = 0; index < 3; index++) {
            var bytes = FormPost.get(file.getString("variants[" + index + "].url")).body();
            var picture = ImageIO.read(new ByteArrayInputStream(bytes));
            assertThat(picture.getWidth()).isEqualTo(file.getInt("variants[" + index + "].width"));
        }
    }
}
