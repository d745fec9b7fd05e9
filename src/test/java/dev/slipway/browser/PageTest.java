package dev.slipway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.Samples;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The page at `/`, in a real browser, against the running server.
@QuarkusTest
class PageTest extends BrowserTest {

    @Test
    @DisplayName(
            "D15 D106 D112: brings several files, and shows the resized images once they are ready")
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
    @DisplayName("D15 D110: brings many files, three at a time")
    void bringsThreeAtATime() throws IOException {
        var names = IntStream.range(0, 9).mapToObj("note %d.txt"::formatted).toArray(String[]::new);
        var notes = new Path[names.length];
        for (var i = 0; i < notes.length; i++) {
            notes[i] = text(names[i]);
        }

        page.choose(notes).waitUntilReady(names);

        assertThat(page.mostAtOnce()).isEqualTo(3);
        assertThat(page.totalPercent()).isEqualTo(100);
    }

    @Test
    @DisplayName("D109: takes dropped files")
    void takesDroppedFiles() throws IOException {
        page.drop(text("dropped.txt")).waitUntilReady("dropped.txt");

        assertThat(page.files()).containsExactly("dropped.txt");
    }

    @Test
    @DisplayName("D109: takes what is in a dropped folder, and leaves hidden files")
    void takesADroppedFolder() throws IOException {
        var album = Files.createDirectories(folder.resolve("album/more"));
        Files.writeString(album.resolve("deep.txt"), "deep");
        Files.writeString(album.resolveSibling("flat.txt"), "flat");
        Files.writeString(album.resolveSibling(".hidden.txt"), "hidden");

        page.drop(album.getParent()).waitUntilReady("deep.txt", "flat.txt");

        assertThat(page.files()).containsExactlyInAnyOrder("deep.txt", "flat.txt");
    }

    @Test
    @DisplayName("D109: takes a pasted screenshot, and names it")
    void takesAPastedScreenshot() {
        page.paste(Samples.png(40, 30));
        page.await("the pasted file", () -> !page.files().isEmpty());

        var name = page.files().getFirst();
        assertThat(name).matches("pasted-[0-9-]+\\.png");
        page.waitUntilReady(name);
    }

    @Test
    @DisplayName("D109: says that a file is on the list already, and takes a cleared one again")
    void takesNoFileTwice() throws IOException {
        var note = text("note.txt");
        page.choose(note).waitUntilReady("note.txt");

        page.choose(note);
        assertThat(page.alert()).isEqualTo("Already on the list: note.txt.");
        assertThat(page.files()).hasSize(1);

        page.clear().choose(note).waitUntilReady("note.txt");
        assertThat(page.alert()).isEmpty();
    }

    @Test
    @DisplayName("D109: makes the sizes that are wished, within what the profile permits")
    void makesTheSizesThatAreWished() throws IOException {
        page.wish("120, 240", "jpeg").choose(file("plan.png", Samples.png(900, 600)));

        page.waitUntilReady("plan.png");
        assertThat(page.links("plan.png")).containsOnlyKeys("Original", "120", "240");
        assertThat(page.links("plan.png").get("120").getPath()).endsWith(".jpg");
    }

    @Test
    @DisplayName("D109: a wish that the profile does not permit is refused in words")
    void refusesAWishInWords() throws IOException {
        page.wish("99999", "jpeg").choose(file("plan.png", Samples.png(90, 60)));

        assertThat(page.waitUntilFailed("plan.png")).contains("from 1 to 2000 pixels");
    }

    @Test
    @DisplayName("D116: declares the SHA-256 of a file, computed in the browser")
    void declaresTheChecksum() throws IOException {
        page.choose(text("note.txt")).waitUntilReady("note.txt");

        assertThat(page.requests())
                .filteredOn(request -> request.url().getPath().endsWith("/direct/start"))
                .singleElement()
                .satisfies(
                        start ->
                                assertThat(start.body())
                                        .contains(sha256("Hello from a browser.\n".getBytes())));
    }

    @Test
    @DisplayName("D108: shows the bytes as they go, and 99 percent until they are verified")
    void showsTheBytesAsTheyGo() throws IOException {
        page.uploadAt(400_000).choose(photo("slow.jpg", 900, 600)).waitUntilReady("slow.jpg");

        assertThat(page.percentagesSeen("slow.jpg")).isSorted().hasSizeGreaterThan(3).contains(99);
        assertThat(page.statesSeen("slow.jpg"))
                .containsSubsequence("uploading", "verifying", "processing", "ready");
    }

    @Test
    @DisplayName("D107: sends the token to the server only, and never with the bytes")
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
    @DisplayName("D113: cancels, and tries again")
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
    @DisplayName("D114: says in words what the storage refuses, in its XML")
    void saysWhatTheStorageRefuses() throws IOException {
        page.tamperWith("Content-Type", "text/html").choose(text("note.txt"));

        assertThat(page.waitUntilFailed("note.txt"))
                .isEqualTo("The storage refused this upload (AccessDenied).");
    }

    @Test
    @DisplayName("D109: refuses an empty file before it sends anything")
    void refusesAnEmptyFileBeforeItSendsAnything() throws IOException {
        page.requests();
        page.choose(Files.createFile(folder.resolve("empty.txt")));

        assertThat(page.waitUntilFailed("empty.txt")).isEqualTo("The file is empty.");
        assertThat(page.requests()).isEmpty();
    }

    private static String sha256(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
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
