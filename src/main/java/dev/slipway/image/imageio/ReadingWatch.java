package dev.slipway.image.imageio;

import com.twelvemonkeys.imageio.util.ProgressListenerBase;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.Layout;
import dev.slipway.image.Refused;
import dev.slipway.image.TimeLimit;
import java.awt.image.BufferedImage;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadUpdateListener;
import javax.imageio.event.IIOReadWarningListener;

/// Listens to a reader for what it puts up with and we do not: a JPEG that is cut off, of which
/// it would paint the rest grey, and hours of work in a small file. Asks for the time with every
/// row of every pass, as a pass may take next to nothing of the file.
public final class ReadingWatch extends ProgressListenerBase
        implements IIOReadWarningListener, IIOReadUpdateListener {

    private static final int GIF_PASSES = 4;

    private final boolean gif;
    private final TimeLimit time;
    private int passes;
    private boolean cutOff;

    public ReadingWatch(Layout layout, TimeLimit time) {
        this.time = time;
        gif = layout.format().equals("image/gif");
    }

    public void over(ImageReader reader) {
        reader.addIIOReadWarningListener(this);
        reader.addIIOReadUpdateListener(this);
        reader.addIIOReadProgressListener(this);
    }

    public void throwIfCutOff() throws Refused {
        if (cutOff) {
            throw Refused.corrupt("The file is cut off.");
        }
    }

    /// The first text is the JDK's, the second libjpeg's.
    @Override
    public void warningOccurred(ImageReader source, String warning) {
        var text = warning.toLowerCase(Locale.ROOT);
        cutOff |= text.contains("truncated file") || text.contains("premature end");
    }

    @Override
    public void passStarted(
            ImageReader source,
            BufferedImage image,
            int pass,
            int minPass,
            int maxPass,
            int minX,
            int minY,
            int periodX,
            int periodY,
            int[] bands) {
        if (pass >= ImageLimits.MAX_SCANS) {
            throw new IllegalStateException("more than " + ImageLimits.MAX_SCANS + " scans");
        }
    }

    /// The GIF reader goes on through all data, even if that fills the picture many times over;
    /// an interlaced one has four passes ([#passComplete]).
    @Override
    public void imageProgress(ImageReader source, float percentage) {
        time.check();
        if (gif && percentage > 101) {
            source.abort();
        }
    }

    @Override
    public void imageUpdate(
            ImageReader source,
            BufferedImage image,
            int minX,
            int minY,
            int width,
            int height,
            int periodX,
            int periodY,
            int[] bands) {
        time.check();
    }

    @Override
    public void passComplete(ImageReader source, BufferedImage image) {
        passes++;
        if (gif && passes == GIF_PASSES) {
            source.abort();
        }
    }

    @Override
    public void thumbnailPassStarted(
            ImageReader source,
            BufferedImage image,
            int pass,
            int minPass,
            int maxPass,
            int minX,
            int minY,
            int periodX,
            int periodY,
            int[] bands) {}

    @Override
    public void thumbnailUpdate(
            ImageReader source,
            BufferedImage image,
            int minX,
            int minY,
            int width,
            int height,
            int periodX,
            int periodY,
            int[] bands) {}

    @Override
    public void thumbnailPassComplete(ImageReader source, BufferedImage image) {}
}
