package dev.slipway.image.libvips;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.image.EngineCase;
import dev.slipway.image.Fit;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.Keeping;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.Painted;
import dev.slipway.image.PictureFile;
import dev.slipway.image.RenderedVariant;
import dev.slipway.image.VariantPlan;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf(
        value = "dev.slipway.image.libvips.HereIsLibvips#usable",
        disabledReason = "no usable libvips on this machine")
final class AnimationTest extends EngineCase {

    @Override
    protected ImageEngine engine(ImageLimits limits) {
        return HereIsLibvips.get().engine(limits, Duration.ofMinutes(1));
    }

    @Test
    @DisplayName("D71, D76: cuts every frame of an animation")
    void cutsEveryFrame() throws Exception {
        var red = Painted.plain(90, 30, Painted.RED);
        var gif = PictureFile.gif(red, Painted.stripes(90, 30));

        var variant = renderOne(gif, kept(Fit.SQUARE, 20, 0));

        assertThat(variant.frames()).isEqualTo(2);
        assertThat(variant.width()).isEqualTo(20);
        assertThat(variant.height()).isEqualTo(20);
        var second = frame(variant, 1);
        assertColour(second, 0.1, 0.5, Painted.GREEN, 40);
        assertColour(second, 0.9, 0.5, Painted.GREEN, 40);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    @DisplayName("D62, D76: turns every frame of an animation")
    void turnsEveryFrame(int orientation) throws Exception {
        var stored = Painted.cornersStored(120, 80, orientation);
        var grey = Painted.plain(stored.getWidth(), stored.getHeight(), Color.GRAY);
        var white = Painted.plain(stored.getWidth(), stored.getHeight(), Color.WHITE);
        var plain = renderOne(PictureFile.gif(grey, stored, white), kept(Fit.WIDTH, 120, 0));
        var webp = withExif(bytes(plain), orientation);
        assertThat(header(webp).width()).isEqualTo(120);
        assertThat(header(webp).frames()).isEqualTo(3);

        var plans =
                List.of(
                        kept(Fit.WIDTH, 100, 0),
                        kept(Fit.WIDTH, 48, 0),
                        kept(Fit.COVER, 40, 30),
                        kept(Fit.SQUARE, 20, 0));
        for (var variant : render(webp, plans.toArray(VariantPlan[]::new))) {
            assertThat(variant.frames()).isEqualTo(3);
            assertColour(frame(variant, 0), 0.5, 0.25, Color.GRAY, 40);
            var second = frame(variant, 1);
            assertThat(second.getWidth()).isEqualTo(variant.width());
            assertThat(second.getHeight()).isEqualTo(variant.height());
            assertColour(second, 0.25, 0.25, Painted.RED, 40);
            assertColour(second, 0.75, 0.25, Painted.GREEN, 40);
            assertColour(second, 0.25, 0.75, Painted.BLUE, 40);
            assertColour(second, 0.75, 0.75, Painted.YELLOW, 40);
        }
        var still = renderedPicture(webp, plan(30, OutputFormat.PNG));
        assertThat(still.getHeight()).isEqualTo(20);
    }

    private static VariantPlan kept(Fit fit, int width, int height) {
        return VariantPlan.of(fit.name().toLowerCase(Locale.ROOT) + width, fit, width, height)
                .as(OutputFormat.KEEP, 95, false)
                .keeping(Keeping.ANIMATION);
    }

    /// A WebP of the extended kind with an orientation (RIFF container, "Metadata").
    private static byte[] withExif(byte[] webp, int orientation) {
        var exif = PictureFile.bareExif(orientation);
        var tiff = Arrays.copyOf(exif, exif.length + exif.length % 2);
        var size = webp.length + 8 + tiff.length;
        var bytes =
                ByteBuffer.allocate(size)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(webp)
                        .put("EXIF".getBytes(StandardCharsets.US_ASCII))
                        .putInt(tiff.length)
                        .put(tiff)
                        .putInt(4, size - 8);
        return bytes.put(20, (byte) (webp[20] | 8)).array();
    }

    private BufferedImage frame(RenderedVariant variant, int index) throws Exception {
        try (var job = new Job(HereIsLibvips.get().vips())) {
            var frame =
                    job.operation("webpload_source")
                            .set("source", job.source(variant.file()))
                            .set("page", index)
                            .image();
            var file = temp.resolve("frame.png");
            try (var png = frame.operation("pngsave_buffer").blob();
                    var out = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
                out.write(png.bytes());
            }
            return ImageIO.read(file.toFile());
        }
    }
}
