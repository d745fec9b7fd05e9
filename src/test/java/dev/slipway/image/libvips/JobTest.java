package dev.slipway.image.libvips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.image.EngineCase;
import dev.slipway.image.Fit;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.ImageRefusal;
import dev.slipway.image.Keeping;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.Painted;
import dev.slipway.image.PictureFile;
import dev.slipway.image.Rendered;
import dev.slipway.image.VariantPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "dev.slipway.image.libvips.HereIsLibvips#usable",
        disabledReason = "no usable libvips on this machine")
final class JobTest extends EngineCase {

    private static final List<VariantPlan> PLANS =
            List.of(
                    plan(600, OutputFormat.PNG),
                    plan(300, OutputFormat.JPEG),
                    square(50),
                    VariantPlan.of("blurred", Fit.WIDTH, 40).blurred(3),
                    VariantPlan.of("kept", Fit.COVER, 30, 20)
                            .keeping(new Keeping(true, true, true)));

    @Override
    protected ImageEngine engine(ImageLimits limits) {
        return HereIsLibvips.get().engine(limits, Duration.ofMinutes(1));
    }

    @Test
    @DisplayName("D77: gives back what it took, however it ends")
    void givesBackWhatItTook() {
        var jpeg = PictureFile.withExif(PictureFile.jpeg(Painted.noise(900, 600, 1)), 6);
        var png = PictureFile.png(Painted.halfTransparent(900, 600));
        var gif = PictureFile.gif(Painted.stripes(90, 60), Painted.corners(90, 60));
        var live = new LiveObjects();
        renderAll(jpeg, png, gif);
        var before = live.count();

        renderAll(jpeg, png, gif);

        assertThat(live.count()).isEqualTo(before);
    }

    @Test
    @DisplayName("D77: renders several pictures at once as it renders one")
    void rendersSeveralAtOnce() throws Exception {
        var jpeg = PictureFile.withExif(PictureFile.jpeg(Painted.noise(900, 600, 1)), 6);
        var file = file(jpeg);
        var header = header(jpeg, PLANS);
        var alone = rendered(file, header, 0);

        try (var threads = Executors.newFixedThreadPool(4)) {
            var jobs =
                    IntStream.range(1, 25)
                            .<Callable<List<byte[]>>>mapToObj(i -> () -> rendered(file, header, i))
                            .toList();
            for (var job : threads.invokeAll(jobs)) {
                assertThat(job.get()).containsExactlyElementsOf(alone);
            }
        }
    }

    private void renderAll(byte[]... pictures) {
        for (var picture : pictures) {
            assertThat(render(picture, PLANS.toArray(VariantPlan[]::new))).hasSize(PLANS.size());
            var cut = file(Arrays.copyOf(picture, picture.length * 2 / 3));
            if (engine().inspect(cut, PLANS) instanceof ImageHeader header) {
                assertThat(engine().render(cut, header, PLANS, folder(), variant -> {}))
                        .isInstanceOf(ImageRefusal.class);
            }
            var whole = file(picture);
            var header = header(picture, PLANS);
            assertThatThrownBy(() -> engine().render(whole, header, PLANS, folder(), JobTest::fail))
                    .hasMessage("the storage is full");
        }
    }

    private static void fail(Object variant) {
        throw new IllegalStateException("the storage is full");
    }

    private List<byte[]> rendered(Path file, ImageHeader header, int run) throws Exception {
        var folder = Files.createDirectories(temp.resolve("run" + run));
        var rendering = engine().render(file, header, PLANS, folder, variant -> {});
        assertThat(rendering).isInstanceOf(Rendered.class);
        return ((Rendered) rendering).variants().stream().map(EngineCase::bytes).toList();
    }
}
