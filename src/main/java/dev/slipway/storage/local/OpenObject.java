package dev.slipway.storage.local;

import dev.slipway.storage.ByteRange;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/// An object whose bytes can be read: of a single piece to their end, whatever happens to its
/// key meanwhile. Who reads one that came in parts fails at the next part when it is deleted.
record OpenObject(Pointer pointer, OpenPieces pieces) implements Closeable {

    /// Closing the stream closes the object.
    InputStream stream(ByteRange range) {
        return new RangeInputStream(pieces, range);
    }

    InputStream stream() {
        return stream(new ByteRange(0, Long.MAX_VALUE));
    }

    @Override
    public void close() throws IOException {
        pieces.close();
    }
}
