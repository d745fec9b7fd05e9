package dev.slipway.image;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/// Finds out by the first bytes, never by a name, which format a file is, and reads its header.
public final class ReadLayout {

    private static final int MAGIC_BYTES = 32;

    private ReadLayout() {}

    /// Refuses more pixels than the limit where their number is said, whatever follows.
    public static Layout of(SourceStream in, ImageLimits limits) throws IOException, Refused {
        var magic = magic(in);
        try {
            if (startsWith(magic, 0, 0xff, 0xd8)) {
                return JpegLayout.read(in, limits);
            }
            if (startsWith(magic, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
                return PngLayout.read(in, limits);
            }
            if (startsWith(magic, 0, 'G', 'I', 'F', '8')) {
                return GifLayout.read(in, limits);
            }
            if (startsWith(magic, 0, 'R', 'I', 'F', 'F')
                    && startsWith(magic, 8, 'W', 'E', 'B', 'P')) {
                return WebpLayout.read(in, limits);
            }
            if (startsWith(magic, 0, 'I', 'I', 42, 0) || startsWith(magic, 0, 'M', 'M', 0, 42)) {
                return TiffLayout.read(in, limits);
            }
        } catch (EOFException e) {
            throw Refused.corrupt("The file ends too early.");
        }
        if (startsWith(magic, 0, 'I', 'I', 43, 0) || startsWith(magic, 0, 'M', 'M', 0, 43)) {
            throw Refused.unsupported("BigTIFF files are not read here.");
        }
        throw Refused.unsupported(name(magic));
    }

    /// Whatever its size.
    public static Layout of(SourceStream in) throws IOException, Refused {
        return of(in, ImageLimits.NONE);
    }

    private static byte[] magic(SourceStream in) throws IOException {
        var bytes = new byte[MAGIC_BYTES];
        in.seek(0);
        var read = Math.max(0, in.read(bytes, 0, bytes.length));
        return Arrays.copyOf(bytes, read);
    }

    private static boolean startsWith(byte[] bytes, int at, int... expected) {
        if (bytes.length < at + expected.length) {
            return false;
        }
        for (var i = 0; i < expected.length; i++) {
            if ((bytes[at + i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static String name(byte[] magic) throws IOException {
        var padded = new BufferedInputStream(new ByteArrayInputStream(Arrays.copyOf(magic, 64)));
        var type = FileTypeDetector.detectFileType(padded);
        return type == FileType.Unknown
                ? "This is no picture of a known format."
                : type.getName() + " files are not read here.";
    }
}
