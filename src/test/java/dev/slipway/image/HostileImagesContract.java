package dev.slipway.image;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.sun.management.ThreadMXBean;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every engine makes of files that are broken, cut off, no pictures, or meant to do harm.
public abstract class HostileImagesContract extends EngineCase {

    private static final long MEBIBYTE = 1 << 20;

    @Test
    void refusesWhatIsNoPicture() {
        assertRefused(new byte[0], ImageRefusal.UNSUPPORTED_FORMAT);
        assertRefused(new byte[] {(byte) 0xff}, ImageRefusal.UNSUPPORTED_FORMAT);
        assertRefused(ascii("Dear Sir or Madam"), ImageRefusal.UNSUPPORTED_FORMAT);
        assertRefused(ascii("<!DOCTYPE html><p>GIF89a"), ImageRefusal.UNSUPPORTED_FORMAT);
        assertRefused(ascii("%PDF-1.7"), ImageRefusal.UNSUPPORTED_FORMAT);
        assertRefused(new byte[100_000], ImageRefusal.UNSUPPORTED_FORMAT);
    }

    @Test
    void refusesWhatOnlyStartsLikeAPicture() {
        assertRefused(ascii("GIF89a"), ImageRefusal.CORRUPT_IMAGE);
        assertRefused(ascii("GIF89a\1\0\1\0, and the rest is text"), ImageRefusal.CORRUPT_IMAGE);
        assertRefused(ascii("RIFF\20\0\0\0WEBPVP8 "), ImageRefusal.CORRUPT_IMAGE);
        byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9};
        assertRefused(jpeg, ImageRefusal.CORRUPT_IMAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "progressive", "cmyk", "png", "palette", "gif", "webp", "vp8"})
    @DisplayName("D74: refuses a picture that is cut off, wherever")
    void refusesAPictureThatIsCutOff(String kind) {
        var whole = SmallPictures.all().get(kind);
        assertThat(render(whole, plan(20, OutputFormat.KEEP))).hasSize(1);
        for (var file : render(whole, plan(20, OutputFormat.KEEP))) {
            assertThat(file.file().toFile().delete()).isTrue();
        }

        var step = Math.max(1, whole.length / 40);
        for (var size = 12; size < whole.length - 4; size += step) {
            assertRefused(Arrays.copyOf(whole, size), ImageRefusal.CORRUPT_IMAGE);
        }
    }

    @Test
    void refusesAPngWithAWrongByte() {
        var png = PictureFile.png(Painted.corners(60, 40));
        for (var at = 24; at < png.length - 12; at++) {
            var wrong = png.clone();
            wrong[at] ^= 0x10;
            assertRefused(wrong, ImageRefusal.CORRUPT_IMAGE);
        }
    }

    @Test
    void refusesAWebpThatIsCutOffAndHidesIt() {
        var webp = PictureFile.resource("lossless-noise.webp");
        assertThat(render(webp, square(10))).hasSize(1);
        assertThat(folder().resolve("s10.png").toFile().delete()).isTrue();

        var half = Arrays.copyOf(webp, webp.length / 2);
        var sizes = ByteBuffer.wrap(half).order(ByteOrder.LITTLE_ENDIAN);
        sizes.putInt(4, half.length - 8).putInt(16, half.length - 20);

        assertRefused(half, ImageRefusal.CORRUPT_IMAGE);
    }

    @Test
    @DisplayName("D74: refuses by the header, before anything is decoded")
    void refusesTooManyPixelsByTheHeader() {
        var bomb = PictureFile.pngBomb(30_000, 30_000);
        assertThat(bomb).hasSizeLessThan(1000);
        engine().inspect(file(bomb), List.of());

        var before = allocated();
        var inspection = engine().inspect(file(bomb), List.of());
        var spent = allocated() - before;

        assertThat(inspection)
                .asInstanceOf(InstanceOfAssertFactories.type(ImageRefusal.class))
                .satisfies(
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(ImageRefusal.TOO_MANY_PIXELS);
                            assertThat(refusal.detail())
                                    .contains("30000 x 30000")
                                    .contains("100 megapixels");
                        });
        assertThat(spent).isLessThan(MEBIBYTE);
    }

    @Test
    @DisplayName("D74: refuses 900 megapixels in as many kilobytes by the head of the file")
    void refusesTooManyPixelsByTheHead() {
        var bomb = BlankPng.of(30_000, 30_000, 8);
        assertThat(bomb).hasSizeBetween(800_000, 1_000_000);
        var refusal = engine().inspect(file(bomb), List.of());
        assertCode(refusal, ImageRefusal.TOO_MANY_PIXELS);

        assertThat(engine().inspect(file(Arrays.copyOf(bomb, 4096)), List.of())).isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "gif", "frame", "webp"})
    @DisplayName("D74: refuses too many pixels where their number is said, whatever follows")
    void refusesTooManyPixelsWhereTheirNumberIsSaid(String kind) {
        var name =
                switch (kind) {
                    case "frame" -> "gif";
                    case "webp" -> "animated";
                    default -> kind;
                };
        var bytes = SmallPictures.all().get(name);
        byte[] large = {0x3f, 0x3f};
        var at =
                switch (kind) {
                    case "jpeg" -> indexOf(bytes, "ÿÀ") + 5;
                    case "webp" -> indexOf(bytes, "VP8X") + 12;
                    case "gif" -> 6;
                    default -> indexOf(bytes, ",\0\0\0\0") + 5;
                };
        var step = kind.equals("webp") ? 3 : 2;
        System.arraycopy(large, 0, bytes, at, 2);
        System.arraycopy(large, 0, bytes, at + step, 2);

        var cut = Arrays.copyOf(bytes, at + 6);

        assertCode(engine().inspect(file(cut), List.of()), ImageRefusal.TOO_MANY_PIXELS);
    }

    @Test
    @DisplayName("D74: refuses it in the rendering too")
    void refusesTooManyPixelsInTheRendering() {
        var header = ImageHeader.still("image/png", 10, 10);
        var plans = List.of(plan(10, OutputFormat.KEEP));

        var rendering =
                engine().render(
                                file(PictureFile.pngBomb(30_000, 30_000)),
                                header,
                                plans,
                                folder(),
                                variant -> {});

        assertThat(rendering)
                .asInstanceOf(InstanceOfAssertFactories.type(ImageRefusal.class))
                .extracting(ImageRefusal::code)
                .isEqualTo(ImageRefusal.TOO_MANY_PIXELS);
    }

    @Test
    @DisplayName("D77: refuses what does not fit the memory it is given")
    void refusesWhatDoesNotFitTheMemory() {
        var file = file(PictureFile.png(Painted.corners(600, 400)));
        var plans = List.of(plan(300, OutputFormat.JPEG));
        var weight = engine().weight((ImageHeader) engine().inspect(file, plans), plans);

        assertThat(engine(ImageLimits.within(weight)).inspect(file, plans))
                .isInstanceOf(ImageHeader.class);
        assertThat(engine(ImageLimits.within(weight - 1)).inspect(file, plans))
                .asInstanceOf(InstanceOfAssertFactories.type(ImageRefusal.class))
                .satisfies(
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(ImageRefusal.TOO_MANY_PIXELS);
                            assertThat(refusal.detail()).contains("600 x 400").contains("MiB");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "alpha", "gif"})
    @DisplayName("D77: takes no more memory than it says")
    void takesNoMoreMemoryThanItSays(String kind) {
        var picture = Painted.noise(1500, 1000, 1);
        var bytes =
                switch (kind) {
                    case "jpeg" -> PictureFile.jpeg(picture);
                    case "png" -> PictureFile.png(picture);
                    case "alpha" -> PictureFile.png(Painted.halfTransparent(1500, 1000));
                    default -> PictureFile.gif(Painted.stripes(1500, 1000));
                };
        var header = header(bytes);
        var file = file(bytes);
        var plans = List.of(plan(300, OutputFormat.JPEG));
        engine().render(file, header, plans, folder(), variant -> {});

        // all that is ever allocated is more than what is held at any time
        var before = allocated();
        engine().render(file, header, plans, folder(), variant -> {});
        var spent = allocated() - before;

        assertThat(spent).isLessThan(engine().weight(header, plans));
    }

    @Test
    @DisplayName("D74: does not go through a thousand scans")
    void doesNotGoThroughAThousandScans() {
        var jpeg = PictureFile.jpeg(Painted.corners(120, 80), 0.8f, true);
        assertThat(render(PictureFile.withFirstScanRepeated(jpeg, 3), square(20))).hasSize(1);
        assertThat(folder().resolve("s20.png").toFile().delete()).isTrue();

        var endless = PictureFile.withFirstScanRepeated(jpeg, 1000);

        assertRefused(endless, ImageRefusal.CORRUPT_IMAGE);
    }

    @Test
    @DisplayName("D74: does not go on with a GIF that is full")
    void doesNotGoOnWithAGifThatIsFull() {
        for (var interlaced : List.of(true, false)) {
            var gif = PictureFile.endlessGif(40, 30, interlaced, 4 * (int) MEBIBYTE);
            var file = file(gif);
            var header = header(gif);
            var plans = List.of(plan(20, OutputFormat.KEEP));

            // a quarter of a minute if it did
            assertTimeout(
                    Duration.ofSeconds(5),
                    () -> engine().render(file, header, plans, folder(), variant -> {}));
        }
    }

    @Test
    @DisplayName("D77: reads no more of Exif than it needs")
    void readsNoMoreOfExifThanItNeeds() {
        var plain = PictureFile.jpeg(Painted.corners(60, 40));
        var jpeg = PictureFile.withSegment(plain, 0xe1, PictureFile.exifBomb());
        assertThat(header(jpeg).orientation()).isEqualTo(1);
        var file = file(jpeg);

        var before = allocated();
        engine().inspect(file, List.of());

        assertThat(allocated() - before).isLessThan(4 * MEBIBYTE);
    }

    @Test
    @DisplayName("D74: believes no bitstream that is larger than its container says")
    void believesNoLargerBitstream() {
        for (var name : List.of("lossy-orientation-6.webp", "animated-small-first-frame.webp")) {
            var webp = PictureFile.resource(name);
            var at = new String(webp, StandardCharsets.ISO_8859_1).indexOf("VP8");
            var inner = new String(webp, StandardCharsets.ISO_8859_1).indexOf("VP8", at + 4);
            var size = webp[inner + 3] == 'L' ? inner + 9 : inner + 14;
            webp[size] ^= 0x7f;
            assertRefused(webp, ImageRefusal.CORRUPT_IMAGE);
        }
    }

    @Test
    @DisplayName("D74: answers whatever bytes it gets, and leaves nothing behind")
    void answersWhateverBytesItGets() {
        var seconds = Integer.getInteger("fuzz.seconds", 3);
        var random = new Random(20_250_101);
        var samples = List.copyOf(SmallPictures.all().values());
        var plans = List.of(plan(30, OutputFormat.KEEP), plan(9, OutputFormat.JPEG), square(9));
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        var temporaries = temporaries();
        var rendered = 0;
        var refused = 0;
        while (System.nanoTime() < end || rendered <= 10 || refused <= 10) {
            var mutant = Mutant.of(samples.get(random.nextInt(samples.size())), random);
            var name = HexFormat.of().formatHex(mutant);
            var answer = assertDoesNotThrow(() -> answer(mutant, plans), name);
            if (answer instanceof Rendered it) {
                rendered++;
                assertThat(it.variants()).as(name).hasSize(plans.size());
                it.variants()
                        .forEach(variant -> assertThat(variant.file().toFile().delete()).isTrue());
            } else {
                refused++;
            }
            assertThat(folder()).as(name).isEmptyDirectory();
        }
        assertThat(temporaries()).isEqualTo(temporaries);
    }

    private Object answer(byte[] bytes, List<VariantPlan> plans) {
        var file = file(bytes);
        return engine().inspect(file, plans) instanceof ImageHeader header
                ? engine().render(file, header, plans, folder(), variant -> {})
                : ImageRefusal.class;
    }

    /// What ImageIO leaves around when it is let.
    private static List<String> temporaries() {
        var folder = new File(System.getProperty("java.io.tmpdir"));
        return Stream.of(requireNonNull(folder.list()))
                .filter(name -> name.startsWith("imageio"))
                .sorted()
                .toList();
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static long allocated() {
        return ManagementFactory.getPlatformMXBean(ThreadMXBean.class)
                .getCurrentThreadAllocatedBytes();
    }
}
