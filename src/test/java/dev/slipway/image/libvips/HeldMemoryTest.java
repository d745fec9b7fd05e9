package dev.slipway.image.libvips;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.image.EngineCase;
import dev.slipway.image.Fit;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.Painted;
import dev.slipway.image.PictureFile;
import dev.slipway.image.VariantPlan;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "dev.slipway.image.libvips.HereIsLibvips#usable",
        disabledReason = "no usable libvips on this machine")
@DisplayName("D77: libvips holds no more than it was admitted with")
final class HeldMemoryTest extends EngineCase {

    /// The bytes of all pixels that libvips holds at the moment.
    private final NativeFunction trackedMemory =
            NativeFunction.of(
                    HereIsLibvips.library(),
                    "vips_tracked_get_mem",
                    FunctionDescriptor.of(JAVA_LONG));

    @Override
    protected ImageEngine engine(ImageLimits limits) {
        return HereIsLibvips.get().engine(limits, Duration.ofMinutes(1));
    }

    /// None of these is made from another, so that each needs the picture again.
    @Test
    void holdsThePictureOnceHoweverManySizesAreMadeOfIt() throws IOException {
        var picture = interlaced(Painted.stripes(3000, 2000));
        var plans = new ArrayList<VariantPlan>();
        for (var width = 40; width < 60; width += 2) {
            plans.add(square(width).as(OutputFormat.JPEG, 80, false));
        }
        var header = header(picture, plans);
        assertThat(header.progressive()).isTrue();

        var most = new ArrayList<Long>();
        var before = trackedMemory.count();
        engine().render(
                        file(picture),
                        header,
                        plans,
                        folder(),
                        variant -> most.add(trackedMemory.count() - before));

        assertThat(most).hasSize(plans.size()).allMatch(held -> held < 2 * header.pixels() * 3);
        assertThat(trackedMemory.count()).isEqualTo(before);
    }

    @Test
    void letsGoOfASizeThatNoOtherIsMadeFrom() {
        var jpeg = PictureFile.jpeg(Painted.stripes(3000, 2000));
        var sizes =
                List.of(
                        plan(1500, OutputFormat.JPEG).blurred(2),
                        plan(1490, OutputFormat.JPEG).blurred(2),
                        plan(1480, OutputFormat.JPEG).blurred(2),
                        VariantPlan.of("small", Fit.WIDTH, 30));
        var before = trackedMemory.count();
        var held = new ArrayList<Long>();
        engine().render(
                        file(jpeg),
                        header(jpeg, sizes),
                        sizes,
                        folder(),
                        variant -> held.add(trackedMemory.count() - before));

        assertThat(held.getLast()).isLessThan(1500L * 1000 * 3);
    }

    @Test
    void admitsThePhotoOfAPhoneToTheLeastMemoryThereIs() {
        var still = ImageHeader.still("image/heic", 4032, 3024);
        var header = still.decodedIn(Weight.decoding(still));
        var sizes =
                List.of(
                        plan(1600, OutputFormat.JPEG),
                        plan(800, OutputFormat.JPEG),
                        plan(400, OutputFormat.JPEG));

        assertThat(engine().weight(header, sizes)).isLessThan(256L << 20);
    }

    private static byte[] interlaced(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
