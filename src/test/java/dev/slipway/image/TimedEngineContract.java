package dev.slipway.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When an engine in Java asks for the time: in all that it does, so that nothing of it goes on
/// for ever.
public abstract class TimedEngineContract extends EngineCase {

    private static final long NEVER = Long.MAX_VALUE;
    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;

    protected abstract ImageEngine engine(ImageLimits limits, Supplier<TimeLimit> timeLimit);

    @Override
    protected final ImageEngine engine(ImageLimits limits) {
        return engine(limits, () -> new TimeLimit(Duration.ofMinutes(1), System::nanoTime));
    }

    /// The readers of GIF and WebP tell of no rows that one could count on: there it is every
    /// buffer of the file.
    @ParameterizedTest
    @CsvSource({"jpeg, 1", "progressive, 6", "png, 1", "interlaced, 1", "gif, 1", "webp, 0"})
    @DisplayName("D74: asks for the time with every row that it reads, in every pass")
    void asksWithEveryRow(String kind, int passes) {
        var bytes = picture(kind);
        var rows = kind.equals("webp") ? bytes.length >> 13 : passes * HEIGHT;

        var asked = timesAsked(bytes, plan(5, OutputFormat.PNG));

        assertThat(asked).isGreaterThanOrEqualTo(rows);
        assertGivesUp(bytes, plan(5, OutputFormat.PNG), clockUntil(asked / 4));
        assertGivesUp(bytes, plan(5, OutputFormat.PNG), clockUntil(3 * asked / 4));
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG"})
    @DisplayName("D74: gives up a picture while it is written")
    void givesUpWhileItWrites(OutputFormat format) {
        var png = picture("png");
        for (var progressive : List.of(true, false)) {
            var plan = VariantPlan.of("v", Fit.WIDTH, 290).as(format, 80, progressive);
            LongSupplier untilTheFileIsThere =
                    () -> folder().resolve("v" + format.extension()).toFile().exists() ? NEVER : 0;

            assertGivesUp(png, plan, untilTheFileIsThere);
        }
    }

    /// From 300 pixels to 5, by half each time.
    @ParameterizedTest
    @ValueSource(doubles = {0, 2})
    @DisplayName("D74: gives up a picture while it is scaled or blurred")
    void givesUpWhileItScales(double blur) {
        var png = picture("png");
        var plan = plan(5, OutputFormat.PNG).blurred(blur);
        var times = timesAsked(png, plan);
        for (var asked = 1L; asked < times; asked += 7) {
            assertGivesUp(png, plan, clockUntil(asked));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    @DisplayName("D74: does not count what is done with the pictures that are ready")
    void doesNotCountWhatTheSinkTakes(String kind) {
        var now = new AtomicLong();
        var engine = engine(LIMITS, () -> new TimeLimit(Duration.ofSeconds(1), now::get));
        var plans = List.of(plan(50, OutputFormat.KEEP), plan(20, OutputFormat.KEEP));
        var file = file(picture(kind));
        var header = (ImageHeader) engine.inspect(file, plans);

        var rendering =
                engine.render(
                        file,
                        header,
                        plans,
                        folder(),
                        variant -> now.addAndGet(Duration.ofHours(1).toNanos()));

        assertThat(rendering).isInstanceOf(Rendered.class);
    }

    private void assertGivesUp(byte[] bytes, VariantPlan plan, LongSupplier clock) {
        var rendering = rendering(bytes, plan, clock);

        assertCode(rendering, ImageRefusal.TOO_MANY_PIXELS);
        assertThat(((ImageRefusal) rendering).detail()).contains("longer than 60 s");
        assertThat(folder()).isEmptyDirectory();
    }

    private long timesAsked(byte[] bytes, VariantPlan plan) {
        var asked = new AtomicLong();
        var rendering =
                rendering(
                        bytes,
                        plan,
                        () -> {
                            asked.incrementAndGet();
                            return 0;
                        });
        assertThat(rendering).isInstanceOf(Rendered.class);
        assertThat(((Rendered) rendering).variants().getFirst().file().toFile().delete()).isTrue();
        return asked.get();
    }

    private static LongSupplier clockUntil(long asked) {
        var times = new AtomicLong();
        return () -> times.incrementAndGet() > asked ? NEVER : 0;
    }

    private Rendering rendering(byte[] bytes, VariantPlan plan, LongSupplier clock) {
        var engine = engine(LIMITS, () -> new TimeLimit(Duration.ofMinutes(1), clock));
        var file = file(bytes);
        var plans = List.of(plan);
        var header = (ImageHeader) engine.inspect(file, plans);
        return engine.render(file, header, plans, folder(), variant -> {});
    }

    private static byte[] picture(String kind) {
        var noise = Painted.noise(WIDTH, HEIGHT, 5);
        return switch (kind) {
            case "jpeg" -> PictureFile.jpeg(noise);
            case "progressive" -> PictureFile.jpeg(noise, 0.9f, true);
            case "png" -> PictureFile.png(noise);
            case "interlaced" -> PictureFile.interlacedPng(noise);
            case "gif" -> PictureFile.gif(greys(noise));
            case "webp" -> PictureFile.resource("lossless-noise.webp");
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static BufferedImage greys(BufferedImage picture) {
        var grey =
                new BufferedImage(
                        picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED);
        grey.createGraphics().drawImage(picture, 0, 0, null);
        return grey;
    }
}
