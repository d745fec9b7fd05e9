package dev.slipway.image.jdk;

import dev.slipway.image.SourceStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The pixels of a PNG, inflated: one stream, cut into chunks wherever the writer liked.
final class PngData implements AutoCloseable {

    private static final int IDAT = 0x49444154;
    private static final int CHECKSUM = 4;

    private final SourceStream in;
    private final Inflater inflater = new Inflater();
    private final byte[] buffer = new byte[1 << 15];
    private int leftInChunk;

    /// The stream is at the first of the chunks.
    PngData(SourceStream in) throws IOException {
        this.in = in;
        beginChunk();
    }

    /// Asks for the time, as a few bytes of the file may be many lines.
    void readFully(byte[] bytes) throws IOException {
        in.time().check();
        try {
            for (var done = 0; done < bytes.length; ) {
                if (inflater.needsInput()) {
                    refill();
                }
                done += inflater.inflate(bytes, done, bytes.length - done);
                if (done < bytes.length && (inflater.finished() || inflater.needsDictionary())) {
                    throw new EOFException("the pixels end too early");
                }
            }
        } catch (DataFormatException e) {
            throw new IOException("the pixels are not deflated", e);
        }
    }

    @Override
    public void close() {
        inflater.end();
    }

    private void refill() throws IOException {
        while (leftInChunk == 0) {
            in.skipBytes(CHECKSUM);
            beginChunk();
        }
        var some = Math.min(leftInChunk, buffer.length);
        in.readFully(buffer, 0, some);
        leftInChunk -= some;
        inflater.setInput(buffer, 0, some);
    }

    private void beginChunk() throws IOException {
        leftInChunk = in.readInt();
        if (in.readInt() != IDAT || leftInChunk < 0) {
            throw new EOFException("the pixels end too early");
        }
    }
}
