package dev.slipway.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.stream.ImageInputStreamImpl;
import org.jspecify.annotations.Nullable;

/// The file as the readers want it: buffered (the JDK's own is not, and some readers take
/// single bytes), without temporary files, and able to tell a failing disk from a broken
/// picture, which the readers' exceptions do not.
public final class SourceStream extends ImageInputStreamImpl {

    private static final int WINDOW = 1 << 13;
    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final long HIGHEST_BITS = LOWEST_BITS << 7;

    private final RandomAccessFile file;
    private final long length;
    private final TimeLimit time;
    private int slack;
    private final byte[] window = new byte[WINDOW];
    private long windowStart;
    private int windowSize;
    private @Nullable IOException failure;

    private SourceStream(RandomAccessFile file, TimeLimit time) throws IOException {
        this.file = file;
        this.time = time;
        this.length = file.length();
    }

    public static SourceStream open(Path source) throws IOException {
        return open(source, TimeLimit.NONE);
    }

    /// Asks for the time with every few kilobytes that are read.
    public static SourceStream open(Path source, TimeLimit time) throws IOException {
        var file = new RandomAccessFile(source.toFile(), "r");
        try {
            return new SourceStream(file, time);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /// What is left for the picture.
    public TimeLimit time() {
        return time;
    }

    /// From now on it reads as if so many zero bytes followed, and fails after them. For
    /// readers that look a few bytes ahead and take the end of a file for an endless supply of
    /// bits.
    public void padEnd(int bytes) {
        slack = bytes;
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        if (!inWindow() && !moveWindow()) {
            return -1;
        }
        return window[(int) (streamPos++ - windowStart)] & 0xff;
    }

    /// Fills what it can: the JDK's `readInt` and others take a short read for the end.
    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, bytes.length);
        checkClosed();
        bitOffset = 0;
        var done = 0;
        while (done < count && (inWindow() || moveWindow())) {
            var at = (int) (streamPos - windowStart);
            var some = Math.min(count - done, windowSize - at);
            System.arraycopy(window, at, bytes, offset + done, some);
            streamPos += some;
            done += some;
        }
        return done == 0 && count > 0 ? -1 : done;
    }

    /// Goes behind the next `FF`.
    ///
    /// @throws EOFException if there is none
    void skipToFF() throws IOException {
        checkClosed();
        while (inWindow() || moveWindow()) {
            var at = indexOfFF((int) (streamPos - windowStart));
            streamPos = windowStart + Math.min(at + 1, windowSize);
            if (at < windowSize) {
                return;
            }
        }
        throw new EOFException("no FF any more");
    }

    /// Eight bytes at a time, as a picture's data are megabytes: in a word without its like, no
    /// byte's complement is zero.
    private int indexOfFF(int from) {
        var at = from;
        while (at + Long.BYTES <= windowSize) {
            var others = ~(long) WORD.get(window, at);
            if ((others - LOWEST_BITS & ~others & HIGHEST_BITS) != 0) {
                break;
            }
            at += Long.BYTES;
        }
        while (at < windowSize && window[at] != (byte) 0xff) {
            at++;
        }
        return at;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        super.close();
        file.close();
    }

    /// What else than the picture made a reader fail, if anything did: the time, or the disk.
    /// Whatever the reader made of it says nothing about the picture.
    public void throwOtherCause() {
        time.check();
        if (failure != null) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean inWindow() {
        return streamPos >= windowStart && streamPos < windowStart + windowSize;
    }

    private boolean moveWindow() throws IOException {
        time.check();
        windowStart = streamPos;
        windowSize = 0;
        if (streamPos < length) {
            windowSize = Math.max(0, readFile());
        } else if (streamPos < length + slack) {
            Arrays.fill(window, (byte) 0);
            windowSize = (int) Math.min(WINDOW, length + slack - streamPos);
        } else if (slack > 0) {
            // no EOFException: the reader in question takes that for nothing special
            throw new IOException("the file ends too early");
        }
        return windowSize > 0;
    }

    private int readFile() throws IOException {
        try {
            file.seek(streamPos);
            return file.read(window);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
