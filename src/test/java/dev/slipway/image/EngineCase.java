package dev.slipway.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.io.TempDir;

/// What the contracts of an engine have in common: an engine, a folder, and words for them.
public abstract class EngineCase {

    protected static final ImageLimits LIMITS = ImageLimits.within(512L << 20);

    @TempDir protected Path temp;

    protected abstract ImageEngine engine(ImageLimits limits);

    protected final ImageEngine engine() {
        return engine(LIMITS);
    }

    protected final Capabilities able() {
        return engine().capabilities();
    }

    protected static VariantPlan plan(int width, OutputFormat format) {
        return VariantPlan.of("w" + width, Fit.WIDTH, width).as(format, 90, false);
    }

    protected static VariantPlan square(int width) {
        return VariantPlan.of("s" + width, Fit.SQUARE, width).as(OutputFormat.PNG, 90, false);
    }

    protected final Path file(byte[] bytes) {
        try {
            return Files.write(temp.resolve("source"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected final Path folder() {
        try {
            return Files.createDirectories(temp.resolve("variants"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected final ImageHeader header(byte[] bytes) {
        return header(bytes, List.of());
    }

    protected final ImageHeader header(byte[] bytes, List<VariantPlan> plans) {
        var inspection = engine().inspect(file(bytes), plans);
        assertThat(inspection).isInstanceOf(ImageHeader.class);
        return (ImageHeader) inspection;
    }

    protected final List<RenderedVariant> render(byte[] bytes, VariantPlan... plans) {
        var header = header(bytes, List.of(plans));
        var rendering =
                engine().render(file(bytes), header, List.of(plans), folder(), variant -> {});
        assertThat(rendering).isInstanceOf(Rendered.class);
        return ((Rendered) rendering).variants();
    }

    protected final RenderedVariant renderOne(byte[] bytes, VariantPlan plan) {
        return render(bytes, plan).getFirst();
    }

    protected final BufferedImage renderedPicture(byte[] bytes, VariantPlan plan) {
        return picture(renderOne(bytes, plan));
    }

    /// Refused by the header or, if that is fine, by the rendering.
    protected final void assertRefused(byte[] bytes, String code) {
        assertRefused(bytes, code, plan(100, OutputFormat.KEEP));
    }

    protected final void assertRefused(byte[] bytes, String code, VariantPlan plan) {
        var plans = List.of(plan);
        var inspection = engine().inspect(file(bytes), plans);
        var answer =
                inspection instanceof ImageHeader header
                        ? engine().render(file(bytes), header, plans, folder(), variant -> {})
                        : inspection;
        assertCode(answer, code);
        assertThat(folder()).isEmptyDirectory();
    }

    protected static void assertCode(Object answer, String code) {
        assertThat(answer)
                .asInstanceOf(InstanceOfAssertFactories.type(ImageRefusal.class))
                .extracting(ImageRefusal::code)
                .isEqualTo(code);
    }

    protected static byte[] bytes(RenderedVariant variant) {
        try {
            return Files.readAllBytes(variant.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static BufferedImage picture(RenderedVariant variant) {
        try {
            var image = ImageIO.read(variant.file().toFile());
            return image.getColorModel().getNumColorComponents() == 1 ? coloured(image) : image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Grey as browsers show it: Java takes the samples for linear light.
    private static BufferedImage coloured(BufferedImage grey) {
        var samples = grey.getRaster();
        var alpha = grey.getColorModel().hasAlpha();
        var image =
                new BufferedImage(
                        grey.getWidth(),
                        grey.getHeight(),
                        alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < grey.getHeight(); y++) {
            for (var x = 0; x < grey.getWidth(); x++) {
                var value = samples.getSample(x, y, 0);
                var opacity = alpha ? samples.getSample(x, y, 1) : 0xff;
                image.setRGB(x, y, new Color(value, value, value, opacity).getRGB());
            }
        }
        return image;
    }

    protected static void assertColour(BufferedImage image, double x, double y, Color expected) {
        assertColour(image, x, y, expected, 12);
    }

    /// At a place given as fractions of the width and the height.
    protected static void assertColour(
            BufferedImage image, double x, double y, Color expected, int tolerance) {
        var column = (int) (x * image.getWidth());
        var row = (int) (y * image.getHeight());
        var found = new Color(image.getRGB(column, row), true);
        assertThat(distance(found, expected))
                .as("%s and not %s at %d, %d", expected, found, column, row)
                .isLessThanOrEqualTo(tolerance);
    }

    protected static void assertCorners(BufferedImage image) {
        assertColour(image, 0.25, 0.25, Painted.RED);
        assertColour(image, 0.75, 0.25, Painted.GREEN);
        assertColour(image, 0.25, 0.75, Painted.BLUE);
        assertColour(image, 0.75, 0.75, Painted.YELLOW);
    }

    private static int distance(Color one, Color other) {
        return Math.max(
                Math.max(
                        Math.abs(one.getRed() - other.getRed()),
                        Math.abs(one.getGreen() - other.getGreen())),
                Math.max(
                        Math.abs(one.getBlue() - other.getBlue()),
                        Math.abs(one.getAlpha() - other.getAlpha())));
    }
}
