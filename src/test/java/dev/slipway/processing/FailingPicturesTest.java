package dev.slipway.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.flow.Api;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.Samples;
import dev.slipway.image.PictureFile;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D70 D74 D78: a picture that cannot be rendered is a file all the same")
class FailingPicturesTest {

    private static final int HALF = 2;

    @Test
    void aPictureThatIsCutOffFailsAsCorrupt() {
        var whole = Samples.jpeg(320, 240);
        staysAFileThatFailed(
                "cut.jpg",
                "image/jpeg",
                Arrays.copyOf(whole, whole.length / HALF),
                "corrupt_image");
    }

    @Test
    void aHeaderBombFailsByItsPixels() {
        var bomb = PictureFile.pngBomb(30_000, 30_000);
        assertThat(bomb).hasSizeLessThan(1024);
        staysAFileThatFailed("bomb.png", "image/png", bomb, "too_many_pixels");
    }

    @Test
    void aFormatThatNoEngineReadsFailsAsUnsupported() {
        staysAFileThatFailed("old.bmp", "image/bmp", bmp(), "unsupported_format");
    }

    private static void staysAFileThatFailed(String name, String type, byte[] bytes, String code) {
        var alice = Api.as("alice", "user");
        var started =
                alice.startAndSend(
                        Map.of("file_name", name, "file_type", type, "profile", "phone"), bytes);
        var id = started.getString("id");
        alice.finish(id);
        var file = alice.processed(id);
        assertThat(file.getString("state")).isEqualTo("finished");
        assertThat(file.getBoolean("is_valid")).isTrue();
        assertThat(file.getString("rejection")).isNull();
        assertThat(file.getString("processing.state")).isEqualTo("failed");
        assertThat(file.getString("processing.error.code")).isEqualTo(code);
        assertThat(file.getString("processing.error.detail")).isNotBlank();
        assertThat(file.getInt("processing.attempts")).isEqualTo(1);
        assertThat(file.getList("variants.name")).containsExactly("w100", "w200");
        assertThat(file.getList("variants.state")).containsExactly("failed", "failed");
        assertThat(file.getList("variants.error.code")).containsExactly(code, code);
        assertThat(file.getList("variants.url")).containsOnlyNulls();
        assertThat(file.getString("img")).isNull();
        var original = FormPost.get(file.getString("url"));
        assertThat(original.statusCode()).isEqualTo(200);
        assertThat(original.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(original.body()).isEqualTo(bytes);
    }

    private static byte[] bmp() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "bmp", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
