package dev.slipway.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.Api;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.Samples;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("After kill -9 and a new start")
class CrashIT {

    private static final byte[] PICTURE = Samples.jpeg(4000, 3000);
    private static final Map<String, ?> BODY =
            Map.of("file_name", "large.jpg", "file_type", "image/jpeg");
    private static final int PICTURES = 3;
    private static final Duration LONGEST = Duration.ofSeconds(120);

    @TempDir Path folder;
    private Installation installation;

    @BeforeEach
    void install() throws Exception {
        // a dead node's work is taken over after four missed heartbeats
        installation = Installation.in(folder).with("slipway.jobs.heartbeat", "1s");
        RestAssured.baseURI = installation.address().toString();
    }

    @AfterEach
    void forgetTheAddress() {
        RestAssured.reset();
    }

    @Test
    @DisplayName("D68 D70: every variant of a picture that was in work is made, once")
    void everyVariantIsMadeOnce() throws Exception {
        var alice = installation.as("alice", "user");
        var ids = new ArrayList<String>();
        try (var program = installation.start()) {
            for (var i = 0; i < PICTURES; i++) {
                ids.add(alice.startAndSend(BODY, PICTURE).getString("id"));
            }
            ids.forEach(alice::finish);
            waitUntilOneIsInWork();
            program.kill();
        }
        assertThat(count("select count(*) from file where processing = 'running'")).isPositive();
        assertThat(count("select count(*) from variant where state <> 'ready'")).isPositive();

        try (var _ = installation.start()) {
            for (var id : ids) {
                assertIsComplete(processed(alice, id));
            }
        }
        assertThat(count("select count(*) from variant where state = 'ready'"))
                .isEqualTo(count("select count(*) from variant"))
                .isEqualTo(3 * PICTURES);
        assertThat(finalKeys())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(keysInRows());
    }

    @Test
    @DisplayName("D1 D6: an upload goes on where it was")
    void anUploadGoesOnWhereItWas() {
        var alice = installation.as("alice", "user");
        JsonPath started;
        try (var program = installation.start()) {
            started = alice.start(BODY);
            program.kill();
        }
        try (var program = installation.start()) {
            assertThat(alice.show(started.getString("id")).getString("state")).isEqualTo("pending");
            var sent = FormPost.send(started.getString("url"), started.getMap("fields"), PICTURE);
            assertThat(sent.statusCode()).isEqualTo(204);
            program.kill();
        }
        try (var _ = installation.start()) {
            var file = alice.finish(started.getString("id"));
            assertThat(file.getString("state")).isEqualTo("finished");
            assertThat(FormPost.get(file.getString("url")).body()).isEqualTo(PICTURE);
        }
    }

    private void waitUntilOneIsInWork() throws SQLException {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        while (count("select count(*) from file where processing = 'running'") == 0) {
            assertThat(System.nanoTime()).as("in work at last").isLessThan(deadline);
        }
    }

    /// However long this machine takes to start, to miss the dead one and to render.
    private static JsonPath processed(Api alice, String id) {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        var file = alice.processed(id);
        while (System.nanoTime() < deadline && !isOver(file)) {
            file = alice.processed(id);
        }
        return file;
    }

    private static boolean isOver(JsonPath file) {
        return List.of("ready", "failed").contains(file.getString("processing.state"));
    }

    private static void assertIsComplete(JsonPath file) throws IOException {
        assertThat(file.getString("processing.state")).isEqualTo("ready");
        assertThat(FormPost.get(file.getString("url")).body()).isEqualTo(PICTURE);
        assertThat(file.getList("variants.state")).containsExactly("ready", "ready", "ready");
        assertThat(file.getList("variants.width")).containsExactly(300, 500, 800);
        for (var url : file.getList("variants.url", String.class)) {
            var answer = FormPost.get(url);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(ImageIO.read(new ByteArrayInputStream(answer.body()))).isNotNull();
        }
    }

    /// The keys of all objects outside of the quarantine, as the directory names them.
    private List<String> finalKeys() throws IOException {
        var objects = installation.storage().resolve("objects");
        try (Stream<Path> files = Files.walk(objects)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> objects.relativize(file).toString().replaceFirst("~\\.json$", ""))
                    .filter(key -> !key.startsWith("incoming/"))
                    // it says whose storage this is, and is no file
                    .filter(key -> !key.equals("slipway.json"))
                    .toList();
        }
    }

    private List<String> keysInRows() throws SQLException {
        try (var database = installation.database();
                var statement = database.createStatement();
                var rows =
                        statement.executeQuery(
                                "select object_key from file union all select object_key from variant")) {
            var keys = new ArrayList<String>();
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
            return keys;
        }
    }

    private long count(String query) throws SQLException {
        try (var database = installation.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
