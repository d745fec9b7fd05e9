package dev.slipway.image;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifTiffHandler;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;

/// The orientation out of a block of Exif data, and nothing else: a hostile block can make the
/// library's full reader keep thousands of copies of itself. Broken Exif is no Exif.
final class ExifOrientation extends ExifTiffHandler {

    private static final int MAX_BYTES = 1 << 16;
    private static final byte[] PREAMBLE = {'E', 'x', 'i', 'f', 0, 0};

    private ExifOrientation(Metadata metadata) {
        super(metadata, null, 0);
    }

    /// The orientation, 1 to 8, in the `size` bytes at the stream's position, with or without
    /// the preamble `Exif\0\0`; 1 if there is none.
    static int read(SourceStream in, long size) throws IOException {
        var bytes = new byte[(int) Math.min(size, MAX_BYTES)];
        in.readFully(bytes);
        return of(startsWithPreamble(bytes) ? tail(bytes) : bytes);
    }

    /// Whether the bytes at the stream's position are Exif and not, say, XMP.
    static boolean follows(SourceStream in, long size) throws IOException {
        if (size <= PREAMBLE.length) {
            return false;
        }
        var bytes = new byte[PREAMBLE.length];
        in.mark();
        in.readFully(bytes);
        in.reset();
        return startsWithPreamble(bytes);
    }

    @Override
    public boolean tryEnterSubIfd(int tag) {
        return false;
    }

    @Override
    public boolean hasFollowerIfd() {
        return false;
    }

    @Override
    public boolean customProcessTag(
            int offset,
            Set<Integer> processed,
            int headerOffset,
            RandomAccessReader reader,
            int tag,
            int size) {
        return tag != ExifIFD0Directory.TAG_ORIENTATION || size > Long.BYTES;
    }

    private static int of(byte[] tiff) {
        var metadata = new Metadata();
        try {
            new TiffReader()
                    .processTiff(new ByteArrayReader(tiff), new ExifOrientation(metadata), 0);
        } catch (TiffProcessingException | IOException | RuntimeException e) {
            return 1;
        }
        var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        var value =
                directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return value == null || value < 1 || value > 8 ? 1 : value;
    }

    private static boolean startsWithPreamble(byte[] bytes) {
        return bytes.length >= PREAMBLE.length
                && Arrays.equals(bytes, 0, PREAMBLE.length, PREAMBLE, 0, PREAMBLE.length);
    }

    private static byte[] tail(byte[] bytes) {
        return Arrays.copyOfRange(bytes, PREAMBLE.length, bytes.length);
    }
}
