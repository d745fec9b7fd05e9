package dev.slipway.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The limits that every engine keeps to, by the header.
public abstract class ImageLimitsContract extends EngineCase {

    private static final List<VariantPlan> SMALL = List.of(plan(20, OutputFormat.KEEP));

    @Test
    @DisplayName("D74: takes the limit of pixels it is given")
    void takesTheLimitItIsGiven() {
        var file = file(PictureFile.png(Painted.corners(60, 40)));

        assertThat(engine(pixels(2400, 1)).inspect(file, SMALL)).isInstanceOf(ImageHeader.class);
        assertCode(engine(pixels(2399, 1)).inspect(file, SMALL), ImageRefusal.TOO_MANY_PIXELS);
    }

    @Test
    @DisplayName("D74: has a limit of its own for progressive pictures")
    void hasALimitOfItsOwnForProgressivePictures() {
        var plain = file(PictureFile.jpeg(Painted.corners(60, 40)));
        assertThat(engine(pixels(9999, 2399)).inspect(plain, SMALL))
                .isInstanceOf(ImageHeader.class);

        var progressive = file(PictureFile.jpeg(Painted.corners(60, 40), 0.8f, true));
        assertThat(engine(pixels(9999, 2400)).inspect(progressive, SMALL))
                .isEqualTo(engine().inspect(progressive, SMALL))
                .isInstanceOf(ImageHeader.class);
        assertCode(
                engine(pixels(9999, 2399)).inspect(progressive, SMALL),
                ImageRefusal.TOO_MANY_PIXELS);
    }

    @Test
    @DisplayName("D73, D76: counts the frames of an animation")
    void countsFrames() {
        assertThat(header(PictureFile.png(Painted.corners(60, 40))).frames()).isEqualTo(1);
        assertThat(header(PictureFile.gif(Painted.corners(60, 40))).frames()).isEqualTo(1);
        assertThat(header(threeFrames()).frames()).isEqualTo(3);
        assertThat(header(PictureFile.resource("animated-small-first-frame.webp")).frames())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("D76: limits the frames where the animation is kept, and only there")
    void limitsTheFrames() {
        var file = file(threeFrames());
        var kept = List.of(plan(20, OutputFormat.KEEP).keeping(Keeping.ANIMATION));
        var two = new ImageLimits(9999, 9999, 2, LIMITS.memoryBudget());
        var ofThem = 3 * 60 * 40;

        assertThat(engine(two).inspect(file, SMALL)).isInstanceOf(ImageHeader.class);
        if (able().keeps().animation()) {
            assertCode(engine(two).inspect(file, kept), ImageRefusal.TOO_MANY_FRAMES);
            assertCode(
                    engine(pixels(ofThem - 1, 1)).inspect(file, kept),
                    ImageRefusal.TOO_MANY_PIXELS);
            assertThat(engine(pixels(ofThem, 1)).inspect(file, kept))
                    .isInstanceOf(ImageHeader.class);
        } else {
            assertThat(engine(two).inspect(file, kept)).isInstanceOf(ImageHeader.class);
        }
    }

    @Test
    @DisplayName("D74, D77: neither decodes a huge picture of few bytes, nor holds it where it may")
    void doesNotHoldAHugePictureOfFewBytes() {
        var side = 13_000;
        var png = PictureFile.png(new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY));
        assertThat(png.length).isLessThan(30_000);
        var file = file(png);
        assertCode(engine().inspect(file, SMALL), ImageRefusal.TOO_MANY_PIXELS);

        var raised = engine(pixels(200_000_000, 1));
        if (raised.inspect(file, SMALL) instanceof ImageHeader header) {
            var before = allocated();
            assertThat(raised.render(file, header, SMALL, folder(), variant -> {}))
                    .isInstanceOf(Rendered.class);
            assertThat(allocated() - before).isLessThan(64 << 20);
        } else {
            assertCode(raised.inspect(file, SMALL), ImageRefusal.TOO_MANY_PIXELS);
        }
    }

    private static long allocated() {
        return ManagementFactory.getPlatformMXBean(ThreadMXBean.class)
                .getCurrentThreadAllocatedBytes();
    }

    private static ImageLimits pixels(long limit, long ofProgressive) {
        return new ImageLimits(limit, ofProgressive, 100, LIMITS.memoryBudget());
    }

    private static byte[] threeFrames() {
        return PictureFile.gif(
                Painted.plain(60, 40, Painted.RED),
                Painted.plain(60, 40, Painted.GREEN),
                Painted.plain(60, 40, Painted.BLUE));
    }
}
