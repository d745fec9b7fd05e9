package dev.slipway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.Api;
import dev.slipway.flow.Samples;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A form as any server renders it, with the client's element on the page.
@QuarkusTest
@DisplayName("A form on a page")
class FormOnThePageTest {

    @TestHTTPResource("/")
    URI server;

    @TempDir Path folder;

    private Chromium chromium;
    private FormPage page;

    @BeforeEach
    void openThePage() {
        chromium = Chromium.start();
        page = chromium.formPage(server).open();
    }

    @AfterEach
    void closeTheBrowser() {
        // null when there is no browser and the test was skipped
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    @DisplayName("D15 D111: uploads on submit, and submits the ids in place of the bytes")
    void submitsTheIds() throws IOException {
        page.fill("title", "Harbour")
                .choose("picture", picture("a b+é🙂.png"))
                .choose("paper", paper("one.txt"), paper("two.txt"))
                .submit();

        var submitted = page.awaitSubmission();
        var alice = Api.as("alice", "user");
        assertThat(submitted.get("title")).containsExactly("Harbour");
        assertThat(submitted.get("picture"))
                .extracting(id -> alice.show(id).getString("original_file_name"))
                .containsExactly("a b+é🙂.png");
        assertThat(submitted.get("paper"))
                .extracting(id -> alice.show(id).getString("original_file_name"))
                .containsExactly("one.txt", "two.txt");
        assertThat(alice.show(submitted.get("picture").getFirst()).getString("state"))
                .isEqualTo("finished");
    }

    @Test
    @DisplayName(
            "D111: is not submitted with a refused file, says why at its input, and tries again")
    void saysAtTheInputWhatIsWrong() throws IOException {
        var broken = Files.writeString(folder.resolve("page.png"), "<html>no picture</html>");
        page.fill("title", "Harbour").choose("picture", broken).submit();

        assertThat(page.awaitMessage()).startsWith("page.png: ").contains("text/html");
        assertThat(page.isSubmitted()).isFalse();

        page.choose("picture", picture("right.png")).submit();
        assertThat(page.awaitSubmission().get("picture")).hasSize(1);
    }

    @Test
    @DisplayName("D108: progress bubbles, with the figures of each file and of all")
    void tellsProgress() throws IOException {
        var large = Files.write(folder.resolve("large.txt"), Samples.text(3 << 20));
        var broken = Files.writeString(folder.resolve("page.png"), "<html>no picture</html>");
        page.ofOneInput("name='paper' data-direct-upload='/' multiple", token())
                .choose("paper", large, broken)
                .submit();
        // the refused file keeps the page where it is
        page.awaitMessage();

        assertThat(page.progress())
                .isNotEmpty()
                .allSatisfy(
                        detail ->
                                assertThat(detail)
                                        .containsKeys(
                                                "progress",
                                                "loaded",
                                                "total",
                                                "currentFile",
                                                "currentFileName",
                                                "currentFileProgress"))
                .filteredOn(detail -> detail.get("currentFileName").equals("large.txt"))
                .extracting(detail -> ((Number) detail.get("currentFileProgress")).doubleValue())
                .contains(0.99, 1.0)
                .isSorted();
    }

    @Test
    @DisplayName("D111: takes a plain input that names the server, with the token of the page")
    void takesAPlainInput() throws IOException {
        page.ofOneInput("name='avatar' data-direct-upload='/' data-profile='default'", token())
                .choose("avatar", picture("me.png"))
                .submit();

        var id = page.awaitSubmission().get("avatar").getFirst();
        assertThat(Api.as("carol", "user").show(id).getString("original_file_name"))
                .isEqualTo("me.png");
    }

    @Test
    @DisplayName("D111: submits a form without files as it is")
    void submitsWithoutFiles() {
        page.ofOneInput("name='avatar' data-direct-upload='/'", token()).submit();

        assertThat(page.awaitSubmission()).doesNotContainKey("avatar");
    }

    private static String token() {
        return Api.tokenOf("carol", "user");
    }

    private Path picture(String name) throws IOException {
        return Files.write(folder.resolve(name), Samples.png(90, 60));
    }

    private Path paper(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "paper " + name);
    }
}
