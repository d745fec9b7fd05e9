package dev.slipway.image.libvips;

import dev.slipway.image.ImageHeader;
import dev.slipway.image.Orientation;
import dev.slipway.image.ReadLayout;
import dev.slipway.image.Refused;
import dev.slipway.image.SourceStream;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The picture in its file. It is decoded as it is scaled: row by row where its format allows
/// it, and a JPEG at a fraction of its size where little of it is wanted.
final class Picture {

    private static final int NORMAL = 1;

    private final Deadline deadline;
    private final ImageHeader header;
    private final MemorySegment source;
    private final boolean cmyk;
    private final boolean profiled;
    private final @Nullable VipsImage canvas;

    /// Refuses a picture whose size libvips reads differently, as memory was promised for what
    /// the header says.
    Picture(Job job, Deadline deadline, Path file, ImageHeader header)
            throws LibvipsFailure, Refused {
        this.deadline = deadline;
        this.header = header;
        source = job.source(file);
        var opened = open(job, source, Loader.of(header.format()));
        if (opened.width() != storedWidth(header.width(), header.height())
                || opened.height() != storedHeight(header.width(), header.height())) {
            throw Refused.corrupt("The header is ambiguous about the picture's size.");
        }
        cmyk = opened.isCmyk();
        profiled = opened.hasProfile();
        canvas = header.alpha() && !opened.hasAlpha() ? onCanvas(opened, file) : null;
    }

    /// With no more than the header read.
    static VipsImage open(Job job, MemorySegment source, Loader loader) throws LibvipsFailure {
        return job.operation(loader.operation())
                .set("source", source)
                .set("access", "sequential")
                .set("fail_on", "truncated")
                .image();
    }

    int width() {
        return header.width();
    }

    int height() {
        return header.height();
    }

    /// Scaled to this size as shown; an animation frame by frame.
    VipsImage scaled(Job part, int width, int height, Look look) throws LibvipsFailure {
        var thumbnail =
                thumbnail(part, look)
                        .set("width", storedWidth(width, height))
                        .set("height", storedHeight(width, height))
                        .set("size", "force")
                        .set("no_rotate", true);
        // not always: to go through a profile takes longer than all the rest
        if (cmyk || (profiled && !look.ownColours())) {
            thumbnail.set("export_profile", "srgb");
        }
        // libvips leaves some samples as they are that are no colours
        var scaled = thumbnail.image().inBytes();
        return header.orientation() == NORMAL ? scaled : turned(scaled);
    }

    private Operation thumbnail(Job part, Look look) {
        if (canvas != null && !look.animated()) {
            return part.operation("thumbnail_image").set("in", canvas);
        }
        var thumbnail =
                part.operation("thumbnail_source")
                        .set("source", source)
                        .set("fail_on", "truncated");
        return look.animated() ? thumbnail.set("option_string", "n=-1") : thumbnail;
    }

    /// libvips shows black where the only frame of a GIF leaves the canvas free, unless the
    /// frame has something transparent itself.
    private static VipsImage onCanvas(VipsImage image, Path file) throws LibvipsFailure, Refused {
        var frame = frame(file);
        return image.part(frame.x, frame.y, frame.width, frame.height)
                .operation("bandjoin_const")
                .set("c", "255")
                .image()
                .operation("embed")
                .set("x", frame.x)
                .set("y", frame.y)
                .set("width", image.width())
                .set("height", image.height())
                .image();
    }

    private static Rectangle frame(Path file) throws Refused {
        try (var in = SourceStream.open(file)) {
            return ReadLayout.of(in).frame();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private VipsImage turned(VipsImage stored) throws LibvipsFailure {
        return Frames.each(
                deadline.watch(stored).inMemory(),
                frame -> {
                    frame.set(VipsImage.ORIENTATION, header.orientation());
                    return frame.operation("autorot").image();
                });
    }

    private int storedWidth(int width, int height) {
        return Orientation.swapsSides(header.orientation()) ? height : width;
    }

    private int storedHeight(int width, int height) {
        return Orientation.swapsSides(header.orientation()) ? width : height;
    }
}
