package dev.slipway.image.imageio;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.slipway.image.OutputFormat;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.IIOServiceProvider;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;

/// The readers and writers that are used, chosen once and by name: which others stand on the
/// class path, and which class loader asked ImageIO first, must not matter.
public final class Codecs {

    private static final ImageReaderSpi JPEG = registeredJpegReader();
    private static final ImageReaderSpi JPEG_ROWS =
            reader(ImageIO.getImageReadersByFormatName("jpeg"));
    private static final ImageReaderSpi PNG = reader(ImageIO.getImageReadersByFormatName("png"));
    private static final ImageReaderSpi GIF = reader(ImageIO.getImageReadersByFormatName("gif"));
    private static final ImageReaderSpi WEBP = new WebPImageReaderSpi();
    private static final ImageReaderSpi TIFF = new TIFFImageReaderSpi();
    private static final ImageWriterSpi TO_JPEG =
            writer(ImageIO.getImageWritersByFormatName("jpeg"));
    private static final ImageWriterSpi TO_PNG = writer(ImageIO.getImageWritersByFormatName("png"));

    private Codecs() {}

    public static ImageReader reader(String format) throws IOException {
        var spi =
                switch (format) {
                    case "image/jpeg" -> JPEG;
                    case "image/png" -> PNG;
                    case "image/gif" -> GIF;
                    case "image/webp" -> WEBP;
                    case "image/tiff" -> TIFF;
                    default -> throw new IllegalArgumentException("no reader of " + format);
                };
        return spi.createReaderInstance();
    }

    /// The JDK's own, which sets the rows of a picture one after the other.
    public static ImageReader jpegRowReader() throws IOException {
        return JPEG_ROWS.createReaderInstance();
    }

    public static ImageWriter writer(OutputFormat format) throws IOException {
        var spi =
                switch (format) {
                    case JPEG -> TO_JPEG;
                    case PNG -> TO_PNG;
                    case KEEP, WEBP, AVIF ->
                            throw new IllegalArgumentException("no writer of " + format);
                };
        return spi.createWriterInstance();
    }

    /// It finds the JDK's reader, which it leans on, when it is registered.
    private static ImageReaderSpi registeredJpegReader() {
        var spi = new JPEGImageReaderSpi();
        IIORegistry.getDefaultInstance().registerServiceProvider(spi, ImageReaderSpi.class);
        return spi;
    }

    private static ImageReaderSpi reader(Iterator<ImageReader> candidates) {
        while (candidates.hasNext()) {
            var spi = candidates.next().getOriginatingProvider();
            if (isOfTheJdk(spi)) {
                return spi;
            }
        }
        throw new IllegalStateException("this Java lacks its own readers of images");
    }

    private static ImageWriterSpi writer(Iterator<ImageWriter> candidates) {
        while (candidates.hasNext()) {
            var spi = candidates.next().getOriginatingProvider();
            if (isOfTheJdk(spi)) {
                return spi;
            }
        }
        throw new IllegalStateException("this Java lacks its own writers of images");
    }

    private static boolean isOfTheJdk(IIOServiceProvider spi) {
        return spi.getClass().getModule() == ImageIO.class.getModule();
    }
}
