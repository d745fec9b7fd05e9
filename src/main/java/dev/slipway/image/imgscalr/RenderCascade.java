package dev.slipway.image.imgscalr;

import dev.slipway.image.Cascade;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.Orientation;
import dev.slipway.image.RenderedVariant;
import dev.slipway.image.TimeLimit;
import dev.slipway.image.imageio.Blur;
import dev.slipway.image.imageio.WriteVariant;
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
    private final TimeLimit time;
    private @Nullable BufferedImage picture;
    private boolean turned;
    private @Nullable BufferedImage base;

    RenderCascade(ImageHeader header, BufferedImage picture, Path folder, TimeLimit time) {
        this.header = header;
        this.picture = picture;
        this.folder = folder;
        this.time = time;
    }

    void run(Cascade cascade, Consumer<RenderedVariant> sink) {
        var steps = cascade.steps();
        if (!steps.isEmpty() && steps.getFirst().pixels() * 4 > header.pixels()) {
            turnPicture();
        }
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            time.check();
            var image = make(step);
            if (!cascade.needsPictureAfter(i + 1)) {
                dropPicture();
            }
            var format = step.plan().format().of(header, false);
            var variant = WriteVariant.to(folder, image, step.plan(), format, time);
            time.pauseFor(() -> sink.accept(variant));
            if (step.becomesBase()) {
                base = image;
            }
        }
    }

    private BufferedImage make(Cascade.Step step) {
        var from = Objects.requireNonNull(step.fromBase() ? base : picture);
        var shown = turned || step.fromBase();
        var image = shown ? ofShown(from, step) : ofStored(from, step);
        return step.plan().blur() > 0 ? Blur.by(step.plan().blur(), image, time) : image;
    }

    private BufferedImage ofShown(BufferedImage from, Cascade.Step step) {
        var crop = step.crop(from.getWidth(), from.getHeight());
        return ScaleStep.to(from, crop, step.width(), step.height(), time);
    }

    private BufferedImage ofStored(BufferedImage from, Cascade.Step step) {
        var swaps = Orientation.swapsSides(header.orientation());
        var stored =
                ScaleStep.to(
                        from,
                        step.cropStored(from.getWidth(), from.getHeight(), header.orientation()),
                        swaps ? step.height() : step.width(),
                        swaps ? step.width() : step.height(),
                        time);
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
