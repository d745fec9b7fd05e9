package dev.slipway.image.imageio;

import dev.slipway.image.OutputFormat;
import dev.slipway.image.RenderedVariant;
import dev.slipway.image.TimeLimit;
import dev.slipway.image.VariantPlan;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;

/// Writes one size to its file, the pixels and nothing else: no metadata is handed on. Leaves
/// no file behind when that fails.
public final class WriteVariant {

    private WriteVariant() {}

    public static RenderedVariant to(
            Path folder,
            BufferedImage image,
            VariantPlan plan,
            OutputFormat format,
            TimeLimit time) {
        var file = folder.resolve(plan.name() + format.extension());
        try {
            Files.deleteIfExists(file);
            write(file, image, plan, format, time);
            return new RenderedVariant(
                    plan.name(),
                    file,
                    format.contentType(),
                    Files.size(file),
                    image.getWidth(),
                    image.getHeight(),
                    1);
        } catch (IOException e) {
            delete(file);
            throw new UncheckedIOException("cannot write " + file, e);
        } catch (RuntimeException e) {
            delete(file);
            throw e;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    private static void write(
            Path file, BufferedImage image, VariantPlan plan, OutputFormat format, TimeLimit time)
            throws IOException {
        var writer = Codecs.writer(format);
        try (var _ = TimedFile.open(file, writer, time)) {
            if (format == OutputFormat.JPEG) {
                var opaque = Pixels.onWhite(image);
                writer.write(
                        null, new IIOImage(opaque, null, null), JpegParameters.of(writer, plan));
            } else {
                writer.write(image);
            }
        } finally {
            writer.dispose();
        }
    }
}
