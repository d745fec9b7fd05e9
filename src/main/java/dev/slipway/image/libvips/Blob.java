package dev.slipway.image.libvips;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.nio.ByteBuffer;

/// Bytes that libvips has written into its own memory, until this closes.
record Blob(GValue value) implements AutoCloseable {

    /// Without a copy: to be read before this closes.
    @SuppressWarnings("restricted")
    ByteBuffer bytes() {
        var job = value.job();
        var size = job.arena().allocate(JAVA_LONG);
        var start = job.vips().blobGet.pointer(value.boxed(), size);
        return start.reinterpret(size.get(JAVA_LONG, 0)).asByteBuffer();
    }

    @Override
    public void close() {
        value.close();
    }
}
