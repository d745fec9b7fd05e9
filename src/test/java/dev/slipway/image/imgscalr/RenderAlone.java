package dev.slipway.image.imgscalr;

import dev.slipway.image.Fit;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.ImageRefusal;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.VariantPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Renders one file in a Java of its own, whose memory is limited, and says nothing if that
/// works.
final class RenderAlone {

    private RenderAlone() {}

    public static void main(String[] arguments) throws Exception {
        var source = Path.of(arguments[0]);
        var folder = Files.createTempDirectory(source.getParent(), "alone");
        var engine = new ImgscalrEngine(ImageLimits.within(1L << 40), Duration.ofMinutes(1));
        if (engine.inspect(source, List.of()) instanceof ImageHeader header) {
            var width = header.width();
            var plans =
                    List.of(
                            plan("whole", width, OutputFormat.JPEG),
                            plan("less", width - 10, OutputFormat.JPEG),
                            plan("half", width / 2, OutputFormat.JPEG),
                            plan("small", width / 4, OutputFormat.KEEP));
            var rendering = engine.render(source, header, plans, folder, variant -> {});
            if (rendering instanceof ImageRefusal refusal) {
                System.out.println(refusal);
            }
        }
    }

    private static VariantPlan plan(String name, int width, OutputFormat format) {
        return VariantPlan.of(name, Fit.WIDTH, width).as(format, 80, false);
    }
}
