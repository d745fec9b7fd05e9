package dev.slipway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.Samples;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The page where a file comes by PUT: whoever uses it notices nothing.
abstract class PuttingFromThePageContract extends BrowserTest {

    private static final byte[] PICTURE = Samples.png(900, 600);
    private static final byte[] TEXT = Samples.text(2 << 20);

    @Test
    @DisplayName("D20 D22: brings files by PUT, and shows their sizes")
    void bringsFilesByPut() throws IOException {
        page.requests();
        page.choose(file("picture.png", PICTURE), file("Größe 1+1.txt", TEXT))
                .waitUntilReady("picture.png", "Größe 1+1.txt");

        assertThat(original("picture.png")).isEqualTo(PICTURE);
        assertThat(original("Größe 1+1.txt")).isEqualTo(TEXT);
        assertThat(page.picture("picture.png").srcset()).contains(" 300w", " 500w");
        assertThat(page.requests())
                .filteredOn(request -> request.method().equals("PUT"))
                .hasSize(2)
                .noneMatch(request -> request.headers().containsKey("Authorization"));
        assertThat(page.scriptErrors()).isEmpty();
    }

    @Test
    @DisplayName("D20: a cancelled PUT can be tried again")
    void cancelsAndTriesAgain() throws IOException {
        page.uploadAt(300_000)
                .choose(file("slow.txt", TEXT))
                .waitUntilPercent("slow.txt", 20)
                .cancel("slow.txt")
                .waitUntil("slow.txt", "cancelled");

        page.uploadAt(0).retry("slow.txt").waitUntilReady("slow.txt");

        assertThat(original("slow.txt")).isEqualTo(TEXT);
    }
}
