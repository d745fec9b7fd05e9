package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D5 D55 D98: uploads and re-uploads through the server")
class ReUploadingTest {

    private static final byte[] PNG = Samples.png(400, 300);
    private static final byte[] JPEG = Samples.jpeg(200, 100);

    private Api alice;
    private Api admin;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
        admin = Api.as("root", "admin");
    }

    @Test
    void anUploadThroughTheServerIsAFileAtOnce() {
        var file = post(alice, "photo.png", PNG, "image/png").then().statusCode(201).extract();
        var view = file.jsonPath();
        assertThat(view.getString("state")).isEqualTo("finished");
        assertThat(view.getString("owner")).isEqualTo("alice");
        assertThat(FormPost.get(view.getString("url")).body()).isEqualTo(PNG);
        assertThat(alice.processed(view.getString("id")).getString("processing.state"))
                .isEqualTo("ready");
    }

    @Test
    void aTypeThatIsNotSaidIsInferredFromTheName() {
        var view = post(alice, "photo.PNG", PNG, "application/octet-stream").jsonPath();
        assertThat(view.getString("file_type")).isEqualTo("image/png");
    }

    @Test
    void theSameVerificationApplies() {
        var html = "<html><script>".getBytes(StandardCharsets.UTF_8);
        var refused = post(alice, "photo.png", html, "image/png");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("type_mismatch");
        assertThat(code(post(alice, "empty.png", new byte[0], "image/png"), 422))
                .isEqualTo("empty_file");
        assertThat(code(post(alice, "a.html", html, "text/html"), 422))
                .isEqualTo("type_not_allowed");
        assertThat(code(post(alice, "big.png", new byte[11 << 20], "image/png"), 413))
                .isEqualTo("too_large");
    }

    @Test
    @DisplayName("U17: what no profile would take is refused by its length, before it is read")
    void aBodyThatNoProfileTakesIsRefusedUnread() throws Exception {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var request =
                    "POST /api/files/upload/standard HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Type: multipart/form-data; boundary=x\r\n"
                            + "Content-Length: 4000000000\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).contains(" 413 ");
        }
    }

    @Test
    void aFormWithoutAFileIsRefused() {
        var answer = alice.request().multiPart("x", "y").post("/api/files/upload/standard");
        assertThat(code(answer, 422)).isEqualTo("file_required");
    }

    @Test
    void aReUploadKeepsTheIdAndTheOwnerAndRaisesTheVersion() {
        var before = alice.upload("old.png", "image/png", PNG);
        var id = before.getString("id");
        alice.processed(id);
        var after = put(admin, id, "new.jpg", JPEG, "image/jpeg");
        assertThat(after.statusCode()).isEqualTo(200);
        var view = admin.processed(id);
        assertThat(view.getString("id")).isEqualTo(id);
        assertThat(view.getString("owner")).isEqualTo("alice");
        assertThat(view.getInt("version")).isEqualTo(2);
        assertThat(view.getString("original_file_name")).isEqualTo("new.jpg");
        assertThat(view.getString("file_type")).isEqualTo("image/jpeg");
        assertThat(view.getInt("width")).isEqualTo(200);
        assertThat(view.getList("variants.file_type")).containsOnly("image/jpeg");
        assertThat(view.getString("canonical_url")).isNotEqualTo(before.getString("canonical_url"));
        assertThat(FormPost.get(view.getString("url")).body()).isEqualTo(JPEG);
        // the old content is history and stays for a while
        assertThat(FormPost.get(before.getString("url")).body()).isEqualTo(PNG);
    }

    @Test
    void onlyAnAdminMayReplace() {
        var id = alice.upload("old.png", "image/png", PNG).getString("id");
        assertThat(code(put(alice, id, "new.png", PNG, "image/png"), 403))
                .isEqualTo("replace_not_allowed");
        assertThat(put(Api.as("eve", "user"), id, "new.png", PNG, "image/png").statusCode())
                .isEqualTo(404);
        assertThat(put(admin, "nonsense", "new.png", PNG, "image/png").statusCode()).isEqualTo(404);
    }

    @Test
    void aRefusedReUploadLeavesTheFileAsItWas() {
        var before = alice.upload("old.png", "image/png", PNG);
        var id = before.getString("id");
        assertThat(
                        put(
                                        admin,
                                        id,
                                        "new.png",
                                        "no".getBytes(StandardCharsets.UTF_8),
                                        "image/png")
                                .statusCode())
                .isEqualTo(422);
        var after = alice.show(id);
        assertThat(after.getInt("version")).isEqualTo(1);
        assertThat(FormPost.get(after.getString("url")).body()).isEqualTo(PNG);
    }

    @Test
    void aDirectReUploadAnswersTheFileThatItReplaced() {
        var id = alice.upload("old.png", "image/png", PNG).getString("id");
        var started =
                admin.startAndSend(
                        Map.of("file_name", "new.jpg", "file_type", "image/jpeg", "replaces", id),
                        JPEG);
        assertThat(alice.show(id).getInt("version")).isEqualTo(1);
        var finished = admin.finish(started.getString("id"));
        assertThat(finished.getString("id")).isEqualTo(id);
        assertThat(finished.getInt("version")).isEqualTo(2);
        assertThat(admin.finish(started.getString("id")).getInt("version")).isEqualTo(2);
        assertThat(admin.show(started.getString("id")).getString("id")).isEqualTo(id);
    }

    @Test
    void aReUploadOfAFileThatWasDeletedMeanwhileIsGone() {
        var id = alice.upload("old.png", "image/png", PNG).getString("id");
        var started =
                admin.startAndSend(
                        Map.of("file_name", "new.png", "file_type", "image/png", "replaces", id),
                        PNG);
        alice.delete(id).then().statusCode(204);
        var first = admin.tryFinish(started.getString("id"));
        assertThat(code(first, 410)).isEqualTo("target_deleted");
        assertThat(code(admin.tryFinish(started.getString("id")), 410)).isEqualTo("target_deleted");
    }

    @Test
    @DisplayName("two re-uploads of one file come one after the other, and none is lost")
    void twoReUploadsAtOnceAreBothHistory() throws Exception {
        var id = alice.upload("old.png", "image/png", PNG).getString("id");
        Callable<JsonPath> replace = () -> put(admin, id, "n.jpg", JPEG, "image/jpeg").jsonPath();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(List.of(replace, replace, replace))) {
                assertThat(answer.get().getString("id")).isEqualTo(id);
            }
        }
        assertThat(alice.show(id).getInt("version")).isEqualTo(4);
        assertThat(alice.processed(id).getString("processing.state")).isEqualTo("ready");
    }

    private static Response post(Api api, String name, byte[] bytes, String type) {
        return api.request()
                .multiPart("file", name, bytes, type)
                .post("/api/files/upload/standard");
    }

    private static Response put(Api api, String id, String name, byte[] bytes, String type) {
        return api.request()
                .multiPart("file", name, bytes, type)
                .put("/api/files/upload/standard/" + id);
    }

    private static String code(Response response, int status) {
        return response.then().statusCode(status).extract().path("code");
    }
}
