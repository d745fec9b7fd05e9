package dev.slipway.image.libvips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.image.EngineCase;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.ImageRefusal;
import dev.slipway.image.Keeping;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.Painted;
import dev.slipway.image.PictureFile;
import dev.slipway.image.Rendered;
import dev.slipway.image.TimeLimit;
import dev.slipway.image.VariantPlan;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf(
        value = "dev.slipway.image.libvips.HereIsLibvips#usable",
        disabledReason = "no usable libvips on this machine")
final class DeadlineTest extends EngineCase {

    private static final Duration SHORT = Duration.ofMillis(20);

    @Override
    protected ImageEngine engine(ImageLimits limits) {
        return HereIsLibvips.get().engine(limits, SHORT);
    }

    /// Each takes ten times as long, and more.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jpeg to png",
                "progressive jpeg to webp",
                "png to jpeg",
                "webp to png",
                "png to avif",
                "png blurred",
                "gif of many frames",
                "webp of many frames"
            })
    @DisplayName("D77: ends the work on a picture that takes too long, whatever it is")
    void endsTheWork(String kind) {
        var plan = plan(1900, OutputFormat.PNG);
        // an AVIF takes so much longer
        var small = PictureFile.png(Painted.noise(300, 240, 1));
        switch (kind) {
            case "jpeg to png" -> assertEnded(jpeg(false), plan);
            case "progressive jpeg to webp" -> assertEnded(jpeg(true), webp());
            case "png to jpeg" -> assertEnded(png(), plan(2400, OutputFormat.JPEG));
            case "webp to png" -> assertEnded(rendered(png(), webp()), plan);
            case "png to avif" -> {
                if (able().writes(OutputFormat.AVIF)) {
                    assertEnded(small, plan(300, OutputFormat.AVIF));
                }
            }
            case "png blurred" -> assertEnded(png(), plan.blurred(90));
            case "gif of many frames" -> assertEnded(gif(), kept());
            default -> assertEnded(rendered(gif(), kept()), kept());
        }
    }

    private void assertEnded(byte[] picture, VariantPlan plan) {
        var file = file(picture);
        var plans = List.of(plan);
        var header = (ImageHeader) engine().inspect(file, plans);

        var rendering = engine().render(file, header, plans, folder(), variant -> {});

        assertCode(rendering, ImageRefusal.TOO_MANY_PIXELS);
        assertThat(folder()).isEmptyDirectory();
    }

    private byte[] rendered(byte[] picture, VariantPlan plan) {
        var file = file(picture);
        var plans = List.of(plan);
        var header = (ImageHeader) patient().inspect(file, plans);
        var rendering = patient().render(file, header, plans, folder(), variant -> {});
        var variant = ((Rendered) rendering).variants().getFirst();
        var bytes = bytes(variant);
        assertThat(variant.file().toFile().delete()).isTrue();
        return bytes;
    }

    private static ImageEngine patient() {
        return HereIsLibvips.get().engine(LIMITS, Duration.ofMinutes(1));
    }

    private static byte[] png() {
        return PictureFile.png(Painted.noise(2500, 2000, 1));
    }

    private static byte[] jpeg(boolean progressive) {
        return PictureFile.jpeg(Painted.noise(2500, 2000, 1), 0.95f, progressive);
    }

    private static byte[] gif() {
        var frames = new BufferedImage[30];
        Arrays.setAll(frames, i -> Painted.noise(400, 300, i));
        return PictureFile.gif(frames);
    }

    private static VariantPlan webp() {
        return plan(2000, OutputFormat.WEBP);
    }

    private static VariantPlan kept() {
        return plan(400, OutputFormat.KEEP).keeping(Keeping.ANIMATION);
    }

    @Test
    @DisplayName("D77: stops libvips in the middle of a picture")
    void stopsLibvipsInTheMiddle() throws Exception {
        var vips = HereIsLibvips.get().vips();
        var picture = file(png());
        try (var job = new Job(vips);
                var deadline = Deadline.at(new TimeLimit(SHORT, System::nanoTime), vips)) {
            var image = Picture.open(job, job.source(picture), Loader.PNG);
            var blurred = image.operation("gaussblur").set("sigma", 200.0).image();

            assertThatExceptionOfType(LibvipsFailure.class)
                    .isThrownBy(() -> deadline.watch(blurred).inMemory());
        }
    }

    @Test
    void doesNotRunWhileTheVariantIsStored() {
        var nanos = new AtomicLong();
        var time = new TimeLimit(Duration.ofSeconds(1), nanos::get);
        try (var deadline = Deadline.at(time, HereIsLibvips.get().vips())) {
            deadline.pauseFor(() -> nanos.addAndGet(Duration.ofHours(1).toNanos()));
            assertThat(deadline.hasPassed()).isFalse();
            nanos.addAndGet(Duration.ofSeconds(2).toNanos());
            deadline.pauseFor(() -> assertThat(deadline.hasPassed()).isFalse());
            assertThat(deadline.hasPassed()).isTrue();
        }
    }
}
