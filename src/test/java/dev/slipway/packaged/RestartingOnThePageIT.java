package dev.slipway.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.browser.Chromium;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The page while the server is started again")
class RestartingOnThePageIT {

    private static final int MIB = 1 << 20;
    private static final byte[] FILM = Samples.text(21 * MIB);

    @TempDir Path folder;

    @Test
    @DisplayName("D24 D113: brings a large file to its end, without sending what has arrived again")
    void goesOn() throws Exception {
        var installation =
                Installation.in(folder)
                        .with("slipway.multipart.threshold", "5M")
                        .with("slipway.multipart.part-size", "5M")
                        .with("slipway.profiles.default.max-size", "1G");
        var film = Files.write(folder.resolve("film.txt"), FILM);
        try (var chromium = Chromium.start()) {
            var page = chromium.uploadPage(installation.address());
            try (var program = installation.start()) {
                page.open().signIn(installation.token("alice", "user"));
                page.uploadAt(5 * MIB).choose(film).waitUntilPercent("film.txt", 50);
                program.kill();
            }
            try (var _ = installation.start()) {
                // it goes on by itself unless the start took longer than its patience
                if (page.waitUntilSettled("film.txt").equals("failed")) {
                    assertThat(page.error("film.txt")).contains("does not answer");
                    page.retry("film.txt").waitUntilReady("film.txt");
                }
                var original = page.links("film.txt").get("Original");
                assertThat(FormPost.get(original.toString()).body()).isEqualTo(FILM);
            }
        }
    }
}
