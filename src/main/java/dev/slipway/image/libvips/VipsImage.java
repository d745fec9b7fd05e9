package dev.slipway.image.libvips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// A `VipsImage`: mostly a recipe, whose pixels are made when they are asked for. Lives as long
/// as its job.
record VipsImage(Job job, MemorySegment object) {

    static final String ICC_PROFILE = "icc-profile-data";
    static final String ORIENTATION = "orientation";
    static final String PAGE_HEIGHT = "page-height";
    static final String N_PAGES = "n-pages";

    private static final int CMYK = 15;

    int width() {
        return job.vips().imageGetWidth.number(object);
    }

    int height() {
        return job.vips().imageGetHeight.number(object);
    }

    int bands() {
        return job.vips().imageGetBands.number(object);
    }

    /// Of one band of one pixel.
    int sampleBytes() {
        var vips = job.vips();
        return Math.toIntExact(vips.formatSizeof.count(vips.imageGetFormat.number(object)));
    }

    /// The same with samples of one byte.
    VipsImage inBytes() throws LibvipsFailure {
        return sampleBytes() == 1 ? this : operation("cast").set("format", "uchar").image();
    }

    boolean hasAlpha() {
        return job.vips().imageHasalpha.number(object) != 0;
    }

    boolean isCmyk() {
        return job.vips().imageGetInterpretation.number(object) == CMYK;
    }

    /// Whether it carries a colour profile, and one that is not broken.
    boolean hasProfile() {
        if (!has(ICC_PROFILE)) {
            return false;
        }
        var data = job.arena().allocate(ADDRESS);
        var size = job.arena().allocate(JAVA_LONG);
        var vips = job.vips();
        return vips.imageGetBlob.number(object, job.text(ICC_PROFILE), data, size) == 0
                && vips.iccIsCompatibleProfile.number(
                                object, data.get(ADDRESS, 0), size.get(JAVA_LONG, 0))
                        != 0;
    }

    boolean has(String field) {
        return job.vips().imageGetTypeof.count(object, job.text(field)) != 0;
    }

    int number(String field, int otherwise) {
        var number = job.arena().allocate(JAVA_INT);
        return has(field) && job.vips().imageGetInt.number(object, job.text(field), number) == 0
                ? number.get(JAVA_INT, 0)
                : otherwise;
    }

    void set(String field, int number) {
        job.vips().imageSetInt.run(object, job.text(field), number);
    }

    void remove(String field) {
        job.vips().imageRemove.number(object, job.text(field));
    }

    /// The names of all that is known about it beside the pixels.
    @SuppressWarnings("restricted")
    List<String> fields() {
        var vips = job.vips();
        var array = vips.imageGetFields.pointer(object);
        try {
            var fields = new ArrayList<String>();
            var names = array.reinterpret(Long.MAX_VALUE);
            for (var i = 0; ; i++) {
                var name = names.getAtIndex(ADDRESS, i);
                if (name.equals(MemorySegment.NULL)) {
                    return fields;
                }
                fields.add(name.reinterpret(Long.MAX_VALUE).getString(0));
            }
        } finally {
            vips.gStrfreev.run(array);
        }
    }

    VipsImage part(int left, int top, int width, int height) throws LibvipsFailure {
        return job.operation("extract_area")
                .set("input", this)
                .set("left", left)
                .set("top", top)
                .set("width", width)
                .set("height", height)
                .image();
    }

    /// An image whose pixels have been made: this one, if they are already.
    VipsImage inMemory() throws LibvipsFailure {
        return job.image("copy_memory", job.vips().imageCopyMemory.pointer(object));
    }

    Operation operation(String name) {
        return job.operation(name).set("in", this);
    }
}
