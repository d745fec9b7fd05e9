package dev.slipway.storage.local;

import dev.slipway.storage.ByteRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// Some bytes of an open object.
final class RangeInputStream extends InputStream {

    private final OpenPieces pieces;
    private long position;
    private long left;

    RangeInputStream(OpenPieces pieces, ByteRange range) {
        this.pieces = pieces;
        this.position = range.offset();
        this.left = range.length();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        var read =
                pieces.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, left)), position);
        if (read > 0) {
            position += read;
            left -= read;
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        pieces.close();
    }
}
