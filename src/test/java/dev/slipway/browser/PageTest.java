package dev.slipway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// The page at `/`, in a real browser, against the running server.
@QuarkusTest
class PageTest extends BrowserTest {

    @Test
    void bringsSeveralFilesAndShowsTheResizedImages() throws IOException {
        page.choose(photo("wide.jpg", 900, 600), photo("tall.jpg", 600, 900), text("note.txt"))
                .waitUntilReady("wide.jpg", "tall.jpg", "note.txt");

        var tall = page.picture("tall.jpg");
        assertThat(tall.srcset()).contains(" 300w", " 500w");
        assertThat(tall.alt()).isEqualTo("tall.jpg");
        assertThat(tall.naturalHeight()).isGreaterThan(tall.naturalWidth());
        assertThat(page.links("note.txt")).containsOnlyKeys("Original");
        assertThat(page.totalPercent()).isEqualTo(100);
        assertThat(page.scriptErrors()).isEmpty();
    }

    @Test
    void takesDroppedFiles() throws IOException {
        page.drop(text("dropped.txt")).waitUntilReady("dropped.txt");

        assertThat(page.files()).containsExactly("dropped.txt");
    }

    @Test
    void showsTheBytesAsTheyGo() throws IOException {
        page.uploadAt(400_000).choose(photo("slow.jpg", 900, 600)).waitUntilReady("slow.jpg");

        assertThat(page.percentagesSeen("slow.jpg")).isSorted().hasSizeGreaterThan(3).contains(99);
        assertThat(page.statesSeen("slow.jpg"))
                .containsSubsequence("uploading", "verifying", "processing", "ready");
    }

    @Test
    void sendsTheTokenToTheServerOnlyAndNeverWithTheBytes() throws IOException {
        page.choose(text("note.txt")).waitUntilReady("note.txt");

        var requests = page.requests();
        assertThat(requests)
                .filteredOn(request -> request.headers().containsKey("Authorization"))
                .isNotEmpty()
                .allMatch(request -> request.url().getPort() == server.getPort());
        assertThat(requests)
                .filteredOn(
                        request ->
                                request.headers()
                                        .getOrDefault("Content-Type", "")
                                        .startsWith("multipart/form-data"))
                .hasSize(1)
                .noneMatch(request -> request.headers().containsKey("Authorization"));
    }

    @Test
    void cancelsAndTriesAgain() throws IOException {
        page.uploadAt(50_000)
                .choose(photo("photo.jpg", 900, 600))
                .waitUntil("photo.jpg", "uploading")
                .cancel("photo.jpg")
                .waitUntil("photo.jpg", "cancelled");

        page.uploadAt(0).retry("photo.jpg").waitUntilReady("photo.jpg");
    }

    @Test
    void saysWhyAFileIsRefused() throws IOException {
        page.choose(Files.writeString(folder.resolve("page.png"), "<html>not a picture</html>"));

        assertThat(page.waitUntilFailed("page.png")).isNotBlank();
        assertThat(page.alert()).isEmpty();
    }

    @Test
    void refusesAnEmptyFileBeforeItSendsAnything() throws IOException {
        page.requests();
        page.choose(Files.createFile(folder.resolve("empty.txt")));

        assertThat(page.waitUntilFailed("empty.txt")).isEqualTo("The file is empty.");
        assertThat(page.requests()).isEmpty();
    }

    private Path text(String name) throws IOException {
        return file(name, "Hello from a browser.\n".getBytes());
    }

    /// Noise, so that the file has some bytes to send.
    private Path photo(String name, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        image.setRGB(0, 0, width, height, random.ints((long) width * height).toArray(), 0, width);
        var file = folder.resolve(name);
        ImageIO.write(image, "jpg", file.toFile());
        return file;
    }
}
