package dev.slipway.storage.local;

import dev.slipway.storage.ByteRange;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;

/// An object whose bytes can be read to their end, whatever happens to its key meanwhile.
record OpenObject(Pointer pointer, FileChannel channel) implements Closeable {

    /// Closing the stream closes the object.
    InputStream stream(ByteRange range) {
        return new RangeInputStream(channel, range);
    }

    InputStream stream() {
        return stream(new ByteRange(0, Long.MAX_VALUE));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
