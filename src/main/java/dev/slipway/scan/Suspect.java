package dev.slipway.scan;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The bytes on their way to a scanner. It counts them, so that it shows whether the scanner
/// still takes some and whether it has had them all, and remembers when they could not be read:
/// whatever the protocol makes of that, it is not the scanner's fault.
final class Suspect extends InputStream {

    private final long size;
    private final InputStream bytes;
    private final AtomicLong taken = new AtomicLong();
    private volatile @Nullable Exception failure;

    Suspect(long size, InputStream bytes) {
        this.size = size;
        this.bytes = bytes;
    }

    long size() {
        return size;
    }

    long taken() {
        return taken.get();
    }

    /// Whether all bytes, and no others, were taken.
    boolean isWhole() {
        return !hasFailed() && taken.get() == size;
    }

    boolean hasFailed() {
        return failure != null;
    }

    /// Throws what kept these bytes from being read; nothing when all went well.
    void rethrowFailure() {
        switch (failure) {
            case null -> {}
            case RuntimeException unchecked -> throw unchecked;
            case IOException cause -> throw new UncheckedIOException(cause);
            case Exception other -> throw new IllegalStateException(other);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /// Throws nothing but [IOException]: the HTTP client is not prepared for more.
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        try {
            var read = bytes.read(buffer, offset, length);
            count(read);
            return read;
        } catch (IOException | RuntimeException e) {
            failure = e;
            throw new IOException("the bytes cannot be read", e);
        }
    }

    private void count(int read) throws IOException {
        if (read > 0 && taken.addAndGet(read) > size) {
            throw new IOException("there are more than %d bytes".formatted(size));
        }
        if (read < 0 && taken.get() < size) {
            throw new EOFException(
                    "%d bytes of %d are missing".formatted(size - taken.get(), size));
        }
    }
}
