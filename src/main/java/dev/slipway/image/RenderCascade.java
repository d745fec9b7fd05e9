package dev.slipway.image;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes and writes the sizes of one decoded picture, and lets go of the picture as soon as the
/// rest can be made from a smaller one.
final class RenderCascade {

    private final ImageHeader header;
    private final Path folder;
    private @Nullable BufferedImage picture;
    private boolean turned;
    private @Nullable BufferedImage base;

    RenderCascade(ImageHeader header, BufferedImage picture, Path folder) {
        this.header = header;
        this.picture = picture;
        this.folder = folder;
    }

    void run(Cascade cascade, Consumer<RenderedVariant> sink) {
        var steps = cascade.steps();
        if (!steps.isEmpty() && steps.getFirst().pixels() * 4 > header.pixels()) {
            turnPicture();
        }
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var image = make(step);
            if (!cascade.needsPictureAfter(i + 1)) {
                dropPicture();
            }
            var format = step.plan().format().of(header);
            sink.accept(WriteVariant.to(folder, image, step.plan(), format));
            if (step.becomesBase()) {
                base = image;
            }
        }
    }

    private BufferedImage make(Cascade.Step step) {
        var fit = step.plan().fit();
        if (step.fromBase()) {
            return ScaleStep.to(Objects.requireNonNull(base), step.width(), step.height(), fit);
        }
        var from = Objects.requireNonNull(picture);
        if (turned) {
            return ScaleStep.to(from, step.width(), step.height(), fit);
        }
        var swaps = Orientation.swapsSides(header.orientation());
        var stored =
                ScaleStep.to(
                        from,
                        swaps ? step.height() : step.width(),
                        swaps ? step.width() : step.height(),
                        fit);
        return Orientation.apply(stored, header.orientation());
    }

    /// Turning the sizes instead is less work, but only while they are small: turning a large
    /// one holds three large pictures at a time.
    private void turnPicture() {
        picture = Orientation.apply(Objects.requireNonNull(picture), header.orientation());
        turned = true;
    }

    private void dropPicture() {
        if (picture != null) {
            picture.flush();
            picture = null;
        }
    }
}
