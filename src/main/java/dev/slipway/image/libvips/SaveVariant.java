package dev.slipway.image.libvips;

import dev.slipway.image.Cascade;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.Refused;
import dev.slipway.image.RenderedVariant;
import dev.slipway.image.VariantPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Encodes one size and writes it to its file. libvips encodes into memory, so that a full disk
/// is told from a broken picture. Leaves no file behind when it fails.
final class SaveVariant {

    /// What WebP's 14 bits hold, and the encoder of AVIF takes.
    private static final int MAX_SIDE = 16_383;

    private SaveVariant() {}

    /// Refuses a size that the format has no room for.
    static void check(Cascade.Step step, OutputFormat format) throws Refused {
        var newer = format == OutputFormat.WEBP || format == OutputFormat.AVIF;
        if (newer && Math.max(step.width(), step.height()) > MAX_SIDE) {
            throw Refused.tooMany(
                    "A variant of %d x %d pixels is too large for %s; the limit is %d on a side."
                            .formatted(step.width(), step.height(), format, MAX_SIDE));
        }
    }

    static RenderedVariant to(
            Path folder, VipsImage image, VariantPlan plan, OutputFormat format, Deadline deadline)
            throws LibvipsFailure, Refused {
        var file = folder.resolve(plan.name() + format.extension());
        try (var blob = encode(image, plan, format)) {
            deadline.check();
            var size = write(file, blob);
            return new RenderedVariant(
                    plan.name(),
                    file,
                    format.contentType(),
                    size,
                    image.width(),
                    Frames.height(image),
                    Frames.count(image));
        }
    }

    private static Blob encode(VipsImage image, VariantPlan plan, OutputFormat format)
            throws LibvipsFailure {
        var bare = !plan.keeping().colourProfile() && !plan.keeping().copyright();
        var clean = bare ? image : Metadata.only(plan.keeping(), image);
        var save = save(clean, plan, format);
        return bare ? save.set("strip", true).blob() : save.blob();
    }

    private static Operation save(VipsImage image, VariantPlan plan, OutputFormat format) {
        var quality = plan.quality();
        return switch (format) {
            case JPEG ->
                    image.operation("jpegsave_buffer")
                            .set("Q", quality)
                            .set("interlace", plan.progressive())
                            .set("optimize_coding", true)
                            .set("background", "255");
            case PNG -> image.operation("pngsave_buffer").set("compression", 6);
            case WEBP -> image.operation("webpsave_buffer").set("Q", quality).set("effort", 4);
            case AVIF ->
                    image.operation("heifsave_buffer")
                            .set("compression", "av1")
                            .set("Q", quality)
                            .set("effort", 4);
            case KEEP -> throw new IllegalArgumentException("KEEP depends on the picture");
        };
    }

    private static long write(Path file, Blob blob) {
        var bytes = blob.bytes();
        var size = bytes.remaining();
        try {
            Files.deleteIfExists(file);
            try (var channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            return size;
        } catch (IOException e) {
            file.toFile().delete();
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
