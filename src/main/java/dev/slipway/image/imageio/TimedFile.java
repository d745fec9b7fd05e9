package dev.slipway.image.imageio;

import com.twelvemonkeys.imageio.util.ProgressListenerBase;
import dev.slipway.image.TimeLimit;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/// The file that a writer writes to, as long as there is time: it is asked for with every block
/// of bytes that the writer gives and with the rows that it takes.
public final class TimedFile extends FileImageOutputStream {

    private final TimeLimit time;

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

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        time.check();
        super.write(bytes, offset, count);
    }
}
