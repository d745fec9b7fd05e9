package dev.slipway.image.libvips;

import java.util.ArrayList;

/// The frames of an animation, which libvips holds in one tall image, one below the other.
final class Frames {

    interface Change {
        VipsImage of(VipsImage frame) throws LibvipsFailure;
    }

    private Frames() {}

    static int count(VipsImage image) {
        return image.height() / height(image);
    }

    /// Of one of them.
    static int height(VipsImage image) {
        var height = image.number(VipsImage.PAGE_HEIGHT, image.height());
        return height > 0 && image.height() % height == 0 ? height : image.height();
    }

    /// Does to each frame what must not see the next one.
    static VipsImage each(VipsImage image, Change change) throws LibvipsFailure {
        var count = count(image);
        if (count == 1) {
            return change.of(image);
        }
        var height = height(image);
        var frames = new ArrayList<VipsImage>();
        for (var i = 0; i < count; i++) {
            frames.add(change.of(image.part(0, i * height, image.width(), height)));
        }
        var joined = image.job().operation("arrayjoin").set("in", frames).set("across", 1).image();
        joined.set(VipsImage.PAGE_HEIGHT, frames.getFirst().height());
        return joined;
    }
}
