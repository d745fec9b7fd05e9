package dev.slipway.image.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The engines whose memory does not grow with the picture, in a Java of 256 megabytes.
final class LittleMemoryTest {

    @TempDir private static Path temp;
    private static Path photo;
    private static Path panorama;

    @BeforeAll
    static void writePhotos() throws IOException {
        photo = SyntheticPhoto.write(temp.resolve("photo.jpg"), 6000, 4000);
        panorama = SyntheticPhoto.write(temp.resolve("panorama.jpg"), 12_000, 9000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdk", "libvips"})
    @DisplayName("D77: makes four photos of 24 megapixels at once in 256 megabytes")
    void makesFourLargePhotosAtOnce(String engine) throws IOException {
        assertThat(measured(engine, photo, 4)).contains("\"done\": 4, \"of\": 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdk", "libvips"})
    @DisplayName("D77: makes a photo of 108 megapixels in 256 megabytes")
    void makesAPanorama(String engine) throws IOException {
        assertThat(measured(engine, panorama, 1)).contains("\"done\": 1, \"of\": 1");
    }

    private static String measured(String engine, Path file, int jobs) throws IOException {
        assumeTrue(!engine.equals("libvips") || Bench.isLibvipsHere());
        var log = temp.resolve("log").toFile();
        var little = new ChildJava("-Xmx256m", "-Dbench.max-pixels=120000000");
        little.run(Redirect.to(log), RenderTogether.class, engine, file, jobs, jobs);
        return Files.readString(log.toPath());
    }
}
