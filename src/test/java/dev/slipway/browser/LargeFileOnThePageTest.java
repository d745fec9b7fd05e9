package dev.slipway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.file.ForgetContent;
import dev.slipway.flow.Api;
import dev.slipway.flow.Rows;
import dev.slipway.flow.Samples;
import dev.slipway.storage.ObjectStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The tests' threshold and part size are 5 MiB.
@QuarkusTest
@DisplayName("A large file on the page")
class LargeFileOnThePageTest extends BrowserTest {

    private static final int MIB = 1 << 20;
    private static final byte[] FILM = Samples.text(43 * MIB);
    /// Seconds for all of it, and the first parts are there when half of the others are not.
    private static final int SWIFT = 6 * MIB;

    /// What is on its way stays there for as long as a test needs.
    private static final int SLOW = MIB;

    @Inject Rows rows;
    @Inject ObjectStore store;
    @Inject ForgetContent forgetContent;

    @BeforeEach
    void choosesAProfileForLargeFiles() {
        page.chooseProfile("film");
    }

    @Test
    @DisplayName("D23: goes in parts, each of them once, and becomes the same file")
    void goesInParts() throws IOException {
        page.uploadAt(SWIFT).choose(file("film.txt", FILM)).waitUntilReady("film.txt");

        assertThat(original("film.txt")).isEqualTo(FILM);
        assertThat(partsSent())
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(page.percentagesSeen("film.txt"))
                .isSorted()
                .hasSizeGreaterThan(3)
                .contains(99, 100);
        assertThat(page.scriptErrors()).isEmpty();
    }

    @Test
    @DisplayName("D24 D113: goes on by itself with what is missing when the network is back")
    void goesOnWhenTheNetworkIsBack() throws IOException {
        page.uploadAt(SWIFT).choose(file("far.txt", FILM));
        var id = waitUntilPartsHaveArrived("far.txt");

        page.goOffline().waitUntilItWaits("far.txt");
        var arrived = partsOf(id);
        page.requests();
        page.uploadAt(0).waitUntilReady("far.txt");

        assertThat(partsSent()).isNotEmpty().doesNotContainAnyElementsOf(arrived);
        assertThat(page.percentagesSeen("far.txt")).containsOnlyOnce(0);
        assertThat(original("far.txt")).isEqualTo(FILM);
    }

    @Test
    @DisplayName("D14 D25: leaves nothing behind when it is cancelled in the middle")
    void leavesNothingWhenItIsCancelled() throws IOException {
        page.uploadAt(SWIFT).choose(file("gone.txt", FILM));
        var id = waitUntilPartsHaveArrived("gone.txt");

        page.cancel("gone.txt").waitUntil("gone.txt", "cancelled");

        waitUntilNothingIsLeft(id);
        assertThat(page.state("gone.txt")).isEqualTo("cancelled");
    }

    @Test
    @DisplayName("D14 D25: leaves nothing behind when it is cancelled without a network")
    void leavesNothingWhenItIsCancelledOffline() throws IOException {
        page.uploadAt(SWIFT).choose(file("given up.txt", FILM));
        var id = waitUntilPartsHaveArrived("given up.txt");
        page.goOffline().waitUntilItWaits("given up.txt");

        page.cancel("given up.txt").remove("given up.txt").uploadAt(0);

        waitUntilNothingIsLeft(id);
        assertThat(page.files()).isEmpty();
    }

    @Test
    @DisplayName("D24 D113: is paused, and goes on with what is missing")
    void pausesAndGoesOn() throws IOException {
        page.uploadAt(SWIFT).choose(file("paused.txt", FILM));
        var id = waitUntilPartsHaveArrived("paused.txt");

        page.press("pause", "paused.txt").waitUntil("paused.txt", "paused");
        var arrived = partsOf(id);
        page.requests();
        page.uploadAt(0).press("resume", "paused.txt").waitUntilReady("paused.txt");

        assertThat(partsSent()).isNotEmpty().doesNotContainAnyElementsOf(arrived);
        assertThat(original("paused.txt")).isEqualTo(FILM);
    }

    @Test
    @DisplayName("D24: goes on after the page was loaded again and the same file chosen")
    void goesOnAfterAReload() throws IOException {
        var film = file("again.txt", FILM);
        page.uploadAt(SWIFT).choose(film);
        var id = waitUntilPartsHaveArrived("again.txt");

        // what is on its way when a page is left may still arrive
        page.press("pause", "again.txt").waitUntil("again.txt", "paused");
        page.leave().open().chooseProfile("film");
        var arrived = partsOf(id);
        page.requests();
        page.uploadAt(0).choose(film).waitUntilReady("again.txt");

        assertThat(partsSent()).isNotEmpty().doesNotContainAnyElementsOf(arrived);
        assertThat(
                        rows.texts(
                                "select id::text from file where original_file_name = ?",
                                "again.txt"))
                .containsExactly(id);
        assertThat(original("again.txt")).isEqualTo(FILM);
    }

    @Test
    @DisplayName("D25: leaves nothing behind when it changes on its way")
    void leavesNothingWhenItChanges() throws IOException {
        var changing = file("changing.txt", FILM);
        page.uploadAt(SWIFT).choose(changing);
        var id = waitUntilPartsHaveArrived("changing.txt");

        Files.writeString(changing, "something else");
        page.uploadAt(SWIFT);

        assertThat(page.waitUntilFailed("changing.txt")).contains("Choose it again");
        waitUntilNothingIsLeft(id);
    }

    @Test
    @DisplayName("D25: starts anew when its upload was ended elsewhere while it was on its way")
    void startsAnewWhenItsUploadHasEnded() throws IOException {
        page.uploadAt(SWIFT).choose(file("ended.txt", FILM));
        endElsewhere(waitUntilPartsHaveArrived("ended.txt"));
        page.uploadAt(SWIFT);

        // the storage says so, or the server: whichever is asked first
        assertThat(page.waitUntilFailed("ended.txt")).containsPattern("ended|not pending any more");
        page.uploadAt(0).retry("ended.txt").waitUntilReady("ended.txt");

        assertThat(original("ended.txt")).isEqualTo(FILM);
    }

    @Test
    @DisplayName("D24 D25: says why it cannot go on, in the server's words")
    void saysWhyItCannotGoOn() throws IOException {
        page.uploadAt(SWIFT).choose(file("late.txt", FILM));
        var id = waitUntilPartsHaveArrived("late.txt");
        page.goOffline().waitUntilItWaits("late.txt");
        endElsewhere(id);

        page.uploadAt(0);

        assertThat(page.waitUntilFailed("late.txt"))
                .isEqualTo("The upload is deleted, not pending any more.");
        page.retry("late.txt").waitUntilReady("late.txt");
    }

    private void endElsewhere(String id) {
        Api.as("alice", "user").delete(id).then().statusCode(204);
        waitUntilNothingIsLeft(id);
    }

    /// Answers the id of the upload, the rest of which is slow from then on.
    private String waitUntilPartsHaveArrived(String name) {
        var query = "select id::text from file where original_file_name = ?";
        page.await("the start of " + name, () -> !rows.texts(query, name).isEmpty());
        var id = rows.text(query, name);
        page.await("parts of " + name, () -> !partsOf(id).isEmpty());
        page.uploadAt(SLOW);
        return id;
    }

    private void waitUntilNothingIsLeft(String id) {
        page.await(
                "the end of " + id,
                () -> rows.text("select state from file where id = ?::uuid", id).equals("deleted"));
        forgetContent.run(id, 1);
        assertThat(store.multipart().unfinished(key(id))).isEmpty();
    }

    /// The numbers of the parts that the browser has sent since the last look at its requests.
    private List<String> partsSent() {
        return page.requests().stream()
                .filter(request -> request.method().equals("PUT"))
                .map(request -> request.url().getQuery())
                .map(query -> query.replaceFirst(".*partNumber=(\\d+).*", "$1"))
                .toList();
    }

    /// The numbers of the parts that have arrived.
    private List<String> partsOf(String id) {
        return store.multipart().unfinished(key(id)).stream()
                .flatMap(
                        upload -> store.multipart().parts(upload.key(), upload.uploadId()).stream())
                .flatMap(List::stream)
                .map(part -> Integer.toString(part.number()))
                .toList();
    }

    private static String key(String id) {
        return "incoming/" + id;
    }
}
