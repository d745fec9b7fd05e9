package dev.slipway.image.libvips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import dev.slipway.image.EngineCase;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.ImageRefusal;
import dev.slipway.image.Keeping;
import dev.slipway.image.Mutant;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.Painted;
import dev.slipway.image.PictureFile;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What libvips can beyond the contract that all engines share.
@EnabledIf(
        value = "dev.slipway.image.libvips.HereIsLibvips#usable",
        disabledReason = "no usable libvips on this machine")
final class LibvipsFormatsTest extends EngineCase {

    @Override
    protected ImageEngine engine(ImageLimits limits) {
        return HereIsLibvips.get().engine(limits, Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Loader.class,
            names = {"TIFF", "HEIC", "AVIF"})
    @DisplayName("D72: reads what phones and scanners make, as far as the library can")
    void readsWhatPhonesAndScannersMake(Loader loader) throws IOException {
        var bytes = sample("two-halves." + loader.extension());
        if (!able().readableTypes().contains(loader.mediaType())) {
            assertRefused(bytes, ImageRefusal.UNSUPPORTED_FORMAT);
            return;
        }
        assertRefused(Arrays.copyOf(bytes, bytes.length - 40), ImageRefusal.CORRUPT_IMAGE);
        assertThat(header(bytes).format()).isEqualTo(loader.mediaType());
        assertThat(header(bytes).width()).isEqualTo(64);

        var variant = renderOne(bytes, plan(32, OutputFormat.KEEP));

        assertThat(variant.contentType()).isEqualTo("image/jpeg");
        assertColour(picture(variant), 0.5, 0.2, Painted.RED);
        assertColour(picture(variant), 0.5, 0.8, Painted.BLUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a[n=-1].gif", "[page=7]", "größe, page=3", "%s%n"})
    void takesNoNameForOptions(String name) throws IOException {
        var file = Files.write(temp.resolve(name), PictureFile.gif(Painted.corners(60, 40)));
        var plans = List.of(plan(30, OutputFormat.JPEG));

        assertThat(engine().inspect(file, plans)).isInstanceOf(ImageHeader.class);
        var header = (ImageHeader) engine().inspect(file, plans);
        engine().render(file, header, plans, folder(), variant -> assertCorners(picture(variant)));
    }

    /// 60 in linear light is 133 in sRGB.
    @Test
    @DisplayName("D75: shows colours as their profile explains them, or hands the profile on")
    void convertsColours() {
        var profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        var grey = PictureFile.jpeg(Painted.plain(40, 30, new Color(60, 60, 60)));
        var jpeg = withProfile(grey, profile);
        var small = plan(20, OutputFormat.JPEG);
        var own = plan(10, OutputFormat.JPEG).keeping(new Keeping(true, false, false));

        var variants = render(jpeg, small, own);

        assertColour(picture(variants.getFirst()), 0.5, 0.5, new Color(133, 133, 133), 3);
        assertThat(text(bytes(variants.getLast()))).contains("ICC_PROFILE");
    }

    @Test
    @DisplayName("D75: takes a broken colour profile for none")
    void takesABrokenProfileForNone() {
        var red = PictureFile.jpeg(Painted.plain(40, 30, Painted.RED));
        var jpeg = withProfile(red, new byte[200]);

        assertColour(renderedPicture(jpeg, plan(20, OutputFormat.JPEG)), 0.5, 0.5, Painted.RED);
    }

    @Test
    @DisplayName("D72: refuses by the header what a format has no room for")
    void refusesWhatAFormatHasNoRoomFor() {
        var tall = PictureFile.png(Painted.plain(10, 20_000, Painted.RED));

        assertRefused(tall, ImageRefusal.TOO_MANY_PIXELS, plan(10, OutputFormat.WEBP));
        assertThat(renderOne(tall, plan(8, OutputFormat.WEBP)).height()).isEqualTo(16_000);
    }

    @Test
    @DisplayName("D74: has libvips read and write nothing that is not asked for")
    void blocksWhatIsNotUsed() throws Exception {
        var ppm = Files.writeString(temp.resolve("a.ppm"), "P1 1 1 0");
        try (var job = new Job(HereIsLibvips.get().vips())) {
            var load = job.operation("ppmload_source").set("source", job.source(ppm));
            assertThatThrownBy(load::image).isInstanceOf(LibvipsFailure.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Loader.class,
            names = {"TIFF", "HEIC", "AVIF"})
    @DisplayName("D74: answers whatever bytes it gets of these formats too")
    void answersWhateverBytesItGets(Loader loader) throws IOException {
        var sample = sample("two-halves." + loader.extension());
        var plans = List.of(plan(30, OutputFormat.KEEP), square(9));
        var random = new Random(20_250_101);
        var seconds = Integer.getInteger("fuzz.seconds", 1);
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            var mutant = Mutant.of(sample, random);
            var file = file(mutant);
            var name = HexFormat.of().formatHex(mutant);
            assertDoesNotThrow(
                    () -> {
                        if (engine().inspect(file, plans) instanceof ImageHeader header) {
                            engine().render(file, header, plans, folder(), variant -> {});
                        }
                    },
                    name);
        }
    }

    /// `ispe` says what comes out (ISO/IEC 23008-12, 6.5.3); what is decoded says so itself.
    @ParameterizedTest
    @CsvSource({"HEIC, 32", "HEIC, 640", "HEIC, 60000", "AVIF, 32", "AVIF, 640", "AVIF, 60000"})
    @DisplayName("D74: believes no size that the decoded picture has not")
    void believesNoOtherSize(Loader loader, int width) throws IOException {
        if (able().readableTypes().contains(loader.mediaType())) {
            var bytes = sample("two-halves." + loader.extension());
            var ispe = text(bytes).indexOf("ispe");
            var wrong = ByteBuffer.wrap(bytes).putInt(ispe + 8, width).array();

            assertRefused(wrong, ImageRefusal.CORRUPT_IMAGE);
        }
    }

    private static byte[] withProfile(byte[] jpeg, byte[] profile) {
        return PictureFile.withSegment(
                jpeg,
                0xe2,
                ByteBuffer.allocate(14 + profile.length)
                        .put("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII))
                        .put(profile)
                        .array());
    }

    private static byte[] sample(String name) throws IOException {
        try (var in = SelfTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
