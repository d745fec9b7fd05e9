package dev.slipway.image.jdk;

import dev.slipway.image.Copyright;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.TimeLimit;
import dev.slipway.image.VariantPlan;
import dev.slipway.image.WalkJpeg;
import dev.slipway.image.imageio.Codecs;
import dev.slipway.image.imageio.JpegParameters;
import dev.slipway.image.imageio.TimedFile;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import org.jspecify.annotations.Nullable;

/// Writes a canvas as a JPEG, which asks it for row after row.
final class WriteJpeg {

    private WriteJpeg() {}

    /// `profile`: what the colours mean, unless they are sRGB; it is embedded.
    static void to(
            Path file,
            Canvas canvas,
            VariantPlan plan,
            @Nullable ICC_Profile profile,
            Copyright copyright,
            TimeLimit time)
            throws IOException {
        var space =
                profile == null
                        ? ColorSpace.getInstance(ColorSpace.CS_sRGB)
                        : new ICC_ColorSpace(profile);
        var colours =
                new ComponentColorModel(
                        space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        var image = new IIOImage(CanvasRaster.image(canvas, colours), null, null);
        var writer = Codecs.writer(OutputFormat.JPEG);
        try (var out = TimedFile.open(file, writer, time)) {
            if (!copyright.isEmpty()) {
                out.beginWith(WalkJpeg.APP1, copyright.exif());
            }
            writer.write(null, image, JpegParameters.of(writer, plan));
        } finally {
            writer.dispose();
        }
    }
}
