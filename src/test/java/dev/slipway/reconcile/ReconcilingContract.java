package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.file.Keys;
import dev.slipway.flow.Api;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.Samples;
import dev.slipway.flow.SettableClock;
import dev.slipway.profile.Visibility;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Storage and rows compared; other tests have left objects of theirs behind.
@DisplayName("D90: what is in the storage and what the rows say")
abstract class ReconcilingContract {

    private static final Map<String, String> PNG =
            Map.of("file_name", "picture.png", "file_type", "image/png");
    private static final byte[] PICTURE = Samples.png(40, 30);

    @Inject ObjectStore store;
    @Inject ReconcileStorage reconcileStorage;
    @Inject TakeStock takeStock;
    @Inject Reconciliations reconciliations;
    @Inject SettableClock clock;
    @TempDir Path folder;

    private Api alice;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    @DisplayName("U11: bytes that came after the end of their upload go, those that wait stay")
    void lateBytesGo() throws Exception {
        var late = alice.startAndSend(PNG, PICTURE);
        alice.finish(late.getString("id"));
        send(late);
        var stranger = put("incoming/" + UUID.randomUUID());
        var noUpload = put("incoming/whatever");
        var waiting = alice.startAndSend(PNG, PICTURE);
        reconcileStorage.reconcile(store);
        assertThat(store.find(stranger)).as("younger than the grace").isPresent();

        clock.goOn(Duration.ofHours(2));
        var report = reconcileStorage.reconcile(store);

        // the job of the finish may have taken the late one already
        assertThat(report.removed()).isGreaterThanOrEqualTo(2);
        assertThat(report.finishedAt()).isNotNull();
        assertThat(store.find(incoming(late))).isEmpty();
        assertThat(store.find(stranger)).isEmpty();
        assertThat(store.find(noUpload)).isEmpty();
        assertThat(store.find(incoming(waiting))).isPresent();
        assertThat(alice.finish(waiting.getString("id")).getString("state")).isEqualTo("finished");
    }

    @Test
    @DisplayName("an unfinished multipart upload that no open row knows is aborted")
    void strayUploadsAreAborted() {
        var key = new ObjectKey("incoming/" + UUID.randomUUID());
        store.multipart().begin(key, ObjectHeaders.ofType("text/plain"), false);

        clock.goOn(Duration.ofHours(2));
        var report = reconcileStorage.reconcile(store);

        assertThat(report.aborted()).isPositive();
        assertThat(store.multipart().unfinished(key.value())).isEmpty();
    }

    @Test
    @DisplayName("an object without a row and a row without its object are told, and stay")
    void differencesAreOnlyTold() throws Exception {
        var file = alice.upload("picture.png", "image/png", PICTURE);
        alice.processed(file.getString("id"));
        var prefix = Keys.contentPrefix(Visibility.PRIVATE, UUID.fromString(file.getString("id")));
        var rowless = put(prefix + "nobody.png");
        var listed = store.list(prefix, null).objects();
        assertThat(listed).hasSize(5);
        var lost = listed.stream().filter(object -> !object.key().equals(rowless)).findFirst();
        store.delete(List.of(lost.orElseThrow().key()));
        clock.goOn(Duration.ofHours(2));

        var page = takeStock.of(store, prefix, null, anHourAgo());

        assertThat(page.strays()).containsExactly(rowless);
        assertThat(page.missing()).containsExactly(lost.get().key());
        var report = reconcileStorage.reconcile(store);
        assertThat(report.withoutRow()).isPositive();
        assertThat(report.withoutObject()).isPositive();
        assertThat(store.find(rowless)).isPresent();
    }

    @Test
    @DisplayName("what has just been promoted is not told: its row is about to name it")
    void youngObjectsAreNotTold() throws Exception {
        // any other id may name a day beyond the year 9999, which no key does
        var random = UUID.randomUUID().getLeastSignificantBits();
        var id = new UUID(clock.instant().toEpochMilli() << 16, random);
        var prefix = Keys.contentPrefix(Visibility.PRIVATE, id);
        put(prefix + "new.png");
        assertThat(takeStock.of(store, prefix, null, anHourAgo()).strays()).isEmpty();
    }

    @Test
    @DisplayName("a run that was killed goes on where it was")
    void aRunGoesOn() {
        var begun = Progress.begun(store.name(), clock.instant());
        reconciliations.record(begun.cleared("incoming/~", 1_000_000, 7));

        var report = reconcileStorage.reconcile(store);

        assertThat(report.objects()).isGreaterThanOrEqualTo(1_000_000);
        assertThat(report.removed()).isEqualTo(7);
        var told = Api.as("root", "admin").request().get("/api/reconcile").jsonPath();
        assertThat(told.getList("storages.storage")).contains(store.name());
        assertThat(Api.as("alice", "user").request().get("/api/reconcile").statusCode())
                .isEqualTo(403);
    }

    private Instant anHourAgo() {
        return clock.instant().minus(Duration.ofHours(1));
    }

    private ObjectKey put(String key) throws IOException {
        var file = Files.write(folder.resolve(UUID.randomUUID().toString()), PICTURE);
        return store.write(new ObjectKey(key), file, ObjectHeaders.ofType("image/png")).key();
    }

    private static ObjectKey incoming(JsonPath started) {
        return Keys.incoming(UUID.fromString(started.getString("id")));
    }

    private static void send(JsonPath started) {
        var sent = FormPost.send(started.getString("url"), started.getMap("fields"), PICTURE);
        assertThat(sent.statusCode()).isEqualTo(204);
    }
}
