package dev.slipway.image.libvips;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// A `GValue`, in which GObject takes and gives the properties of its objects. Holds a reference
/// to what is in it until it closes.
record GValue(Job job, MemorySegment memory) implements AutoCloseable {

    /// A GType and a union of two words; all zeros is a value that holds nothing yet.
    private static final long SIZE = 24;

    private static final long G_TYPE_OBJECT = 20 << 2;

    static GValue of(Job job, MemorySegment object) {
        var memory = job.arena().allocate(SIZE, Long.BYTES);
        job.vips().gValueInit.pointer(memory, G_TYPE_OBJECT);
        job.vips().gValueSetObject.run(memory, object);
        return new GValue(job, memory);
    }

    static GValue of(Job job, List<VipsImage> images) {
        var vips = job.vips();
        var array = job.arena().allocate(ADDRESS, images.size());
        for (var i = 0; i < images.size(); i++) {
            array.setAtIndex(ADDRESS, i, images.get(i).object());
        }
        var memory = job.arena().allocate(SIZE, Long.BYTES);
        vips.gValueInit.pointer(memory, vips.arrayImageGetType.count());
        vips.gValueTakeBoxed.run(memory, vips.arrayImageNew.pointer(array, images.size()));
        return new GValue(job, memory);
    }

    static GValue ofProperty(Job job, MemorySegment object, String name) {
        var memory = job.arena().allocate(SIZE, Long.BYTES);
        job.vips().gObjectGetProperty.run(object, job.text(name), memory);
        return new GValue(job, memory);
    }

    /// With a reference that is the caller's.
    MemorySegment object() {
        return job.vips().gValueDupObject.pointer(memory);
    }

    MemorySegment boxed() {
        return job.vips().gValueGetBoxed.pointer(memory);
    }

    @Override
    public void close() {
        job.vips().gValueUnset.run(memory);
    }
}
