package dev.slipway.browser;

import dev.slipway.flow.FormPost;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The page at `/`, open in a browser of its own for each test.
abstract class BrowserTest {

    @TestHTTPResource("/")
    URI server;

    @TempDir Path folder;

    UploadPage page;
    private Chromium chromium;

    @BeforeEach
    void openThePage() {
        chromium = Chromium.start();
        page = chromium.uploadPage(server).open();
    }

    @AfterEach
    void closeTheBrowser() {
        // null when there is no browser and the test was skipped
        if (chromium != null) {
            chromium.close();
        }
    }

    Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    /// What is behind the link to the file as it was brought.
    byte[] original(String name) {
        return FormPost.get(page.links(name).get("Original").toString()).body();
    }
}
