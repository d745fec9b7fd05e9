package dev.slipway.image.libvips;

import dev.slipway.image.Cascade;
import dev.slipway.image.Refused;
import dev.slipway.image.RenderedVariant;
import org.jspecify.annotations.Nullable;

/// Makes the sizes of one picture in the order of its cascade.
final class RenderSizes {

    /// Writes a size.
    interface Save {
        RenderedVariant as(VipsImage image) throws LibvipsFailure, Refused;
    }

    /// A size that is in memory, for others to be made from.
    private record Base(VipsImage image, Look look) {}

    private final Job job;
    private final Picture picture;
    private final Deadline deadline;
    private @Nullable Base base;

    RenderSizes(Job job, Picture picture, Deadline deadline) {
        this.job = job;
        this.picture = picture;
        this.deadline = deadline;
    }

    /// Gives back all that a size took, but for what the next ones are made from.
    RenderedVariant render(Cascade.Step step, Look look, Save save) throws LibvipsFailure, Refused {
        try (var part = job.part()) {
            try {
                return save.as(deadline.watch(make(part, step, look)));
            } finally {
                // before it is freed
                deadline.forget();
            }
        }
    }

    private VipsImage make(Job part, Cascade.Step step, Look look) throws LibvipsFailure {
        var image = scaled(part, step, look);
        var blur = step.plan().blur();
        if (!step.becomesBase() && !step.plan().fit().crops() && blur == 0) {
            return image;
        }
        var made = deadline.watch(image).inMemory();
        if (step.becomesBase()) {
            base = new Base(job.keep(made), look);
            return made;
        }
        return Frames.each(made, frame -> blurred(cut(frame, step), blur));
    }

    /// Large enough to cover the size, where that has another ratio.
    private VipsImage scaled(Job part, Cascade.Step step, Look look) throws LibvipsFailure {
        if (step.fromBase()
                && base instanceof Base(var image, var baseLook)
                && baseLook.equals(look)) {
            var height = Frames.height(image);
            var crop = step.crop(image.width(), height);
            return part.operation("thumbnail_image")
                    .set("in", image)
                    .set("width", times(image.width(), step.width(), crop.width))
                    .set("height", times(height, step.height(), crop.height))
                    .set("size", "force")
                    .set("no_rotate", true)
                    .image();
        }
        var crop = step.crop(picture.width(), picture.height());
        return picture.scaled(
                part,
                times(picture.width(), step.width(), crop.width),
                times(picture.height(), step.height(), crop.height),
                look);
    }

    private static int times(int side, int numerator, int denominator) {
        return (int) Math.round((double) side * numerator / denominator);
    }

    private static VipsImage cut(VipsImage image, Cascade.Step step) throws LibvipsFailure {
        return step.plan().fit().crops()
                ? image.part(
                        (image.width() - step.width()) / 2,
                        (image.height() - step.height()) / 2,
                        step.width(),
                        step.height())
                : image;
    }

    /// A transparent pixel has a colour too, which must not run into its neighbours.
    private static VipsImage blurred(VipsImage image, double sigma) throws LibvipsFailure {
        if (sigma == 0) {
            return image;
        }
        if (!image.hasAlpha()) {
            return gaussblur(image, sigma);
        }
        return gaussblur(image.operation("premultiply").image(), sigma)
                .operation("unpremultiply")
                .image()
                .inBytes();
    }

    /// As far as a hundredth of the middle: libvips' own choice, a fifth, blurs less than asked.
    private static VipsImage gaussblur(VipsImage image, double sigma) throws LibvipsFailure {
        return image.operation("gaussblur").set("sigma", sigma).set("min_ampl", 0.01).image();
    }
}
