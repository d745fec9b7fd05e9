package dev.slipway.image.imageio;

import com.twelvemonkeys.imageio.util.ProgressListenerBase;
import dev.slipway.image.TimeLimit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/// The file that a writer writes to, as long as there is time: it is asked for with every block
/// of bytes that the writer gives and with the rows that it takes.
public final class TimedFile extends FileImageOutputStream {

    private static final int MARKER = 2;

    private final TimeLimit time;
    private byte[] second = {};

    private TimedFile(Path file, TimeLimit time) throws IOException {
        super(file.toFile());
        this.time = time;
    }

    /// The output of this writer from now on.
    public static TimedFile open(Path file, ImageWriter writer, TimeLimit time) throws IOException {
        var out = new TimedFile(file, time);
        writer.setOutput(out);
        writer.addIIOWriteProgressListener(
                new ProgressListenerBase() {
                    @Override
                    public void imageProgress(ImageWriter source, float percentage) {
                        time.check();
                    }
                });
        return out;
    }

    /// Puts a segment behind the first marker of a JPEG that is not yet begun: there Exif has to
    /// stand, and its writer knows none.
    public void beginWith(int marker, byte[] data) {
        second =
                ByteBuffer.allocate(data.length + 2 * MARKER)
                        .put((byte) 0xff)
                        .put((byte) marker)
                        .putShort((short) (data.length + 2))
                        .put(data)
                        .array();
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        time.check();
        if (second.length > 0) {
            super.write(bytes, offset, MARKER);
            super.write(second, 0, second.length);
            second = new byte[0];
            super.write(bytes, offset + MARKER, count - MARKER);
        } else {
            super.write(bytes, offset, count);
        }
    }
}
