package dev.slipway.image;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.stream.ImageInputStreamImpl;

/// A TIFF as if it had nothing but its first page, and of that page's fields only those that
/// pixels are made of: the file, with a directory of ours behind its end. A reader takes the
/// memory for all that a directory names, and the same megabytes may be named in it a thousand
/// times.
public final class TiffPage extends ImageInputStreamImpl {

    private static final int HEADER = 8;
    private static final int OFFSET = 4;

    /// Bytes of a field's values: few numbers, a palette of 256 colours, tables of a JPEG.
    private static final int FEW = 1 << 6;

    private static final int PALETTE = 3 * 256 * Short.BYTES;
    private static final int TABLES = 1 << 14;

    private static final int[] SMALL = {
        256, 257, 258, 259, 262, 266, 277, 278, 284, 292, 293, 317, 322, 323, 332, 334, 338, 339,
        529, 530, 531, 532
    };

    private static final int COLOUR_MAP = 320;
    private static final int JPEG_TABLES = 347;

    private final SourceStream file;
    private final byte[] header = new byte[HEADER];
    private final byte[] directory;

    private TiffPage(SourceStream file, byte[] directory) throws IOException {
        this.file = file;
        this.directory = directory;
        file.seek(0);
        file.readFully(header, 0, OFFSET);
        for (var i = 0; i < Integer.BYTES; i++) {
            var shift = 8 * (header[0] == 'I' ? i : 3 - i);
            header[OFFSET + i] = (byte) (file.length() >> shift);
        }
    }

    public static TiffPage of(SourceStream file) throws IOException {
        var mostBytes = new HashMap<Integer, Integer>();
        Arrays.stream(SMALL).forEach(tag -> mostBytes.put(tag, FEW));
        mostBytes.putAll(
                Map.of(
                        COLOUR_MAP,
                        PALETTE,
                        JPEG_TABLES,
                        TABLES,
                        TiffLayout.ICC_PROFILE,
                        TiffLayout.MAX_PROFILE));
        for (var tag : TiffBlocks.FIELDS) {
            mostBytes.put(tag, TiffBlocks.MOST * Integer.BYTES);
        }
        return new TiffPage(file, TiffDirectory.first(file).narrowed(mostBytes));
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        checkClosed();
        bitOffset = 0;
        var end = file.length();
        var read =
                streamPos < HEADER
                        ? copy(header, streamPos, bytes, offset, count)
                        : streamPos >= end
                                ? copy(directory, streamPos - end, bytes, offset, count)
                                : fromFile(bytes, offset, count);
        streamPos += Math.max(0, read);
        return read;
    }

    @Override
    public long length() {
        return file.length() + directory.length;
    }

    private int fromFile(byte[] bytes, int offset, int count) throws IOException {
        file.time().check();
        file.seek(streamPos);
        return file.read(bytes, offset, count);
    }

    private static int copy(byte[] from, long at, byte[] bytes, int offset, int count) {
        var some = (int) Math.min(count, from.length - at);
        if (some <= 0) {
            return count == 0 ? 0 : -1;
        }
        System.arraycopy(from, (int) at, bytes, offset, some);
        return some;
    }
}
