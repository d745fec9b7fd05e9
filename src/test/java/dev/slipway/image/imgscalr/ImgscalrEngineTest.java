package dev.slipway.image.imgscalr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageEngineSuite;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.ImageRefusal;
import dev.slipway.image.Painted;
import dev.slipway.image.PictureFile;
import dev.slipway.image.PortableTiffContract;
import dev.slipway.image.TiffFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImgscalrEngineTest extends ImageEngineSuite {

    private static final long JAVA_ITSELF = 16 << 20;

    @Override
    protected ImageEngine engine(ImageLimits limits, Duration timeLimit) {
        return new ImgscalrEngine(limits, timeLimit);
    }

    /// The tables that 160 kilobytes of a lossless WebP may claim take 360 megabytes, however
    /// small the picture is.
    @Test
    @DisplayName("D77: weighs a lossless WebP by the tables it may claim")
    void weighsALosslessWebpByTheTablesItMayClaim(@TempDir Path temp) throws IOException {
        var small = PictureFile.resource("lossless-half-transparent.webp");
        var large = Arrays.copyOf(small, 200_000);
        var file = temp.resolve("source");
        var engine = engine(ImageLimits.within(300L << 20));

        assertThat(engine.inspect(Files.write(file, small), List.of()))
                .isInstanceOf(ImageHeader.class);
        assertThat(engine.inspect(Files.write(file, large), List.of()))
                .isInstanceOf(ImageRefusal.class);
    }

    /// With every size of the picture itself, turned or laid on white: the most there is to
    /// hold.
    @ParameterizedTest
    @ValueSource(strings = {"alpha", "jpeg", "tiff"})
    @DisplayName("D77: fits in the memory it says, at the worst")
    void fitsInTheMemoryItSays(String kind, @TempDir Path temp) throws Exception {
        var bytes =
                switch (kind) {
                    case "alpha" -> PictureFile.png(Painted.halfTransparent(3000, 2000));
                    case "tiff" ->
                            TiffFile.written(Painted.deepAlpha(3000, 2000, 9, 9, 9, 9), "LZW", 0);
                    default ->
                            PictureFile.withExif(PictureFile.jpeg(Painted.corners(4000, 3000)), 6);
                };
        var file = Files.write(temp.resolve("source"), bytes);
        var engine = engine(ImageLimits.within(1L << 40));
        var weight = engine.weight((ImageHeader) engine.inspect(file, List.of()), List.of());

        var child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-Xmn4m",
                                "-Xmx" + (weight + JAVA_ITSELF),
                                "-cp",
                                System.getProperty("java.class.path"),
                                RenderAlone.class.getName(),
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(temp.resolve("log").toFile())
                        .start();

        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(temp.resolve("log")).hasContent("");
        assertThat(child.exitValue()).isZero();
    }

    @Nested
    final class ReadsTiffInJava extends PortableTiffContract {
        @Override
        protected ImageEngine engine(ImageLimits limits) {
            return ImgscalrEngineTest.this.engine(limits);
        }
    }
}
