package dev.slipway.image.jdk;

import dev.slipway.image.OutputFormat;
import dev.slipway.image.RenderedVariant;
import dev.slipway.image.TimeLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a drawing to the file of its plan: the pixels and, if there is one to keep, their
/// profile. Leaves no file behind when that fails.
final class WriteVariant {

    private WriteVariant() {}

    static RenderedVariant to(Path folder, Drawing drawing, TimeLimit time) {
        var name = drawing.step().plan().name();
        var format = drawing.format();
        var canvas = drawing.canvas();
        var file = folder.resolve(name + format.extension());
        var written = false;
        try {
            Files.deleteIfExists(file);
            if (format == OutputFormat.JPEG) {
                WriteJpeg.to(
                        file,
                        canvas,
                        drawing.step().plan(),
                        drawing.kept(),
                        drawing.copyright(),
                        time);
            } else {
                WritePng.to(file, canvas, drawing.kept(), time);
            }
            var size = Files.size(file);
            written = true;
            return new RenderedVariant(
                    name, file, format.contentType(), size, canvas.width(), canvas.height(), 1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        } finally {
            if (!written) {
                delete(file);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
