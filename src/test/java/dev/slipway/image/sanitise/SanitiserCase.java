package dev.slipway.image.sanitise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.PictureFile;
import dev.slipway.image.jdk.JdkEngine;
import dev.slipway.image.sanitise.Sanitised.Clean;
import dev.slipway.image.sanitise.Sanitised.NotPossible;
import dev.slipway.image.sanitise.Sanitised.NothingToTakeOut;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;

/// What the tests have in common: they sanitise bytes in a folder, and look at what has come out.
abstract class SanitiserCase {

    static final byte[] SECRET = PictureFile.SECRET.getBytes(StandardCharsets.US_ASCII);

    @TempDir private Path folder;

    private int files;

    /// These bytes, and behind them what nobody may see.
    static byte[] withSecret(byte[] bytes) {
        return ByteBuffer.allocate(bytes.length + SECRET.length).put(bytes).put(SECRET).array();
    }

    /// What is clean now. Also: nothing secret is left, and nothing changes when it is done again.
    byte[] clean(byte[] bytes) {
        var target = target();
        assertThat(SanitisePicture.sanitise(written(bytes), target)).isEqualTo(new Clean());
        var clean = read(target);
        assertThat(new String(clean, StandardCharsets.ISO_8859_1))
                .doesNotContain(PictureFile.SECRET);
        assertNothingToTakeOut(clean);
        return clean;
    }

    void assertNothingToTakeOut(byte[] bytes) {
        var target = target();
        assertThat(SanitisePicture.sanitise(written(bytes), target))
                .isEqualTo(new NothingToTakeOut());
        assertThat(target).doesNotExist();
    }

    void assertNotPossible(byte[] bytes) {
        var target = target();
        assertThat(SanitisePicture.sanitise(written(bytes), target))
                .isInstanceOfSatisfying(
                        NotPossible.class, no -> assertThat(no.reason()).endsWith("."));
        assertThat(target).doesNotExist();
    }

    void assertSays(byte[] bytes, String format, int orientation) {
        var header = header(bytes);
        assertThat(header.format()).isEqualTo(format);
        assertThat(header.orientation()).isEqualTo(orientation);
    }

    ImageHeader header(byte[] bytes) {
        var engine = new JdkEngine(ImageLimits.within(1 << 26), Duration.ofMinutes(1));
        var inspection = engine.inspect(written(bytes), List.of());
        assertThat(inspection).isInstanceOf(ImageHeader.class);
        return (ImageHeader) inspection;
    }

    static int[] pixels(byte[] bytes) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(bytes));
            var width = image.getWidth();
            return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path target() {
        return folder.resolve("target-" + ++files);
    }

    private Path written(byte[] bytes) {
        try {
            return Files.write(folder.resolve("source-" + ++files), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
