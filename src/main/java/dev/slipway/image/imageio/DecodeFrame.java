package dev.slipway.image.imageio;

import dev.slipway.image.Layout;
import dev.slipway.image.PngLayout;
import dev.slipway.image.Refused;
import dev.slipway.image.SourceStream;
import dev.slipway.image.TiffLayout;
import dev.slipway.image.TiffPage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/// Decodes the first frame, once, as 8-bit RGB or ARGB on its canvas, not yet turned. Whatever
/// a reader throws about the bytes is a refusal.
public final class DecodeFrame {

    private static final int WEBP_PADDING = 32;

    private DecodeFrame() {}

    public static BufferedImage of(Layout layout, SourceStream in) throws Refused {
        try {
            switch (layout.format()) {
                case "image/png" -> PngLayout.check(in);
                case "image/webp" -> in.padEnd(WEBP_PADDING);
                case "image/tiff" -> TiffLayout.check(in);
                default -> {}
            }
            in.seek(0);
            var image = Pixels.sane(read(layout, in));
            return layout.frameIsCanvas()
                    ? image
                    : Pixels.onCanvas(image, layout.frame(), layout.width(), layout.height());
        } catch (IOException e) {
            in.throwOtherCause();
            throw Refused.corrupt("The picture cannot be decoded: " + firstLine(e));
        } catch (RuntimeException | AssertionError e) {
            // readers answer broken pictures with these too, some with assertions of their own
            in.throwOtherCause();
            throw Refused.corrupt("The picture cannot be decoded.");
        }
    }

    private static BufferedImage read(Layout layout, SourceStream in) throws IOException, Refused {
        var reader = Codecs.reader(layout.format());
        var watch = new ReadingWatch(layout, in.time());
        try {
            reader.setInput(input(layout, in), false, true);
            layout.checkFrameSize(reader.getWidth(0), reader.getHeight(0));
            watch.over(reader);
            var image = reader.read(0, asStored(layout, reader));
            watch.throwIfCutOff();
            return image;
        } finally {
            reader.dispose();
        }
    }

    private static ImageInputStream input(Layout layout, SourceStream in) throws IOException {
        return layout.format().equals("image/tiff") ? TiffPage.of(in) : in;
    }

    /// TwelveMonkeys' reader for TIFF copies colours that are multiplied by alpha into a picture
    /// of such that are not, unless it is told to leave them.
    private static ImageReadParam asStored(Layout layout, ImageReader reader) throws IOException {
        var param = reader.getDefaultReadParam();
        if (layout.format().equals("image/tiff") && layout.alpha()) {
            param.setDestinationType(reader.getRawImageType(0));
        }
        return param;
    }

    private static String firstLine(IOException e) {
        @Nullable String message = e.getMessage();
        return message == null ? "it ends too early." : message.lines().findFirst().orElse("");
    }
}
