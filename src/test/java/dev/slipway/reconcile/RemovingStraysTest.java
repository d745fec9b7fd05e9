package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.Api;
import dev.slipway.flow.Rows;
import dev.slipway.flow.Samples;
import dev.slipway.flow.SettableClock;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Storages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnTwoStorages.class)
@DisplayName("D90: reconcile --apply")
class RemovingStraysTest {

    private static final byte[] TEXT = Samples.text(500);

    @Inject RemoveStrays removeStrays;
    @Inject Storages storages;
    @Inject SettableClock clock;
    @Inject Rows rows;

    private ObjectStore local;

    /// Other tests leave what only goes after the grace.
    @BeforeEach
    void find() {
        local = storages.named("local");
        removeAll("local");
        removeAll("s3");
    }

    @AfterEach
    void tidyUp() {
        clock.reset();
        removeAll("local");
    }

    private void removeAll(String storage) {
        removeStrays.run(new RemoveStrays.Wish(true, Duration.ofDays(-1), storage, false, true));
    }

    @Test
    void removesOldObjectsThatNoRowNames() {
        var kept = finished();
        var stray = stray(0);
        assertThat(apply(false, false).removed()).as("too young").isZero();
        clock.goOn(Duration.ofHours(25));
        var outcome = apply(false, false);
        assertThat(outcome.removed()).isEqualTo(1);
        assertThat(outcome.report().objectsWithoutRow().examples())
                .containsExactly(new Finding("local", stray.value()));
        assertThat(local.find(stray)).isEmpty();
        assertThat(local.find(kept)).isPresent();
    }

    @Test
    void removesThemFromABucketToo() {
        var s3 = storages.named("s3");
        var stray = new ObjectKey("private/2026/01/02/" + UUID.randomUUID() + "/stray.txt");
        Bytes.put(s3, stray, TEXT);
        clock.goOn(Duration.ofHours(25));
        var wish = new RemoveStrays.Wish(true, Duration.ofDays(1), "s3", true, false);
        var outcome = removeStrays.run(wish);
        assertThat(outcome.report().objectsWithoutRow().examples())
                .containsExactly(new Finding("s3", stray.value()));
        assertThat(outcome.report().damaged().count()).isZero();
        assertThat(s3.find(stray)).isEmpty();
    }

    @Test
    void onlyReportsUnlessAsked() {
        var stray = stray(0);
        clock.goOn(Duration.ofHours(25));
        var wish = new RemoveStrays.Wish(false, Duration.ofDays(1), "local", false, true);
        assertThat(removeStrays.run(wish).report().objectsWithoutRow().count()).isEqualTo(1);
        assertThat(local.find(stray)).isPresent();
    }

    @Test
    @DisplayName("D90: a restored database never empties a bucket")
    void stopsWhenManyWouldGo() {
        for (var number = 0; number < 11; number++) {
            stray(number);
        }
        clock.goOn(Duration.ofHours(25));
        var outcome = apply(false, false);
        assertThat(outcome.braked()).isTrue();
        assertThat(outcome.removed()).isZero();
        assertThat(outcome.report().objectsWithoutRow().count()).isEqualTo(11);
        var again = apply(false, false);
        assertThat(again.report().objectsWithoutRow().count()).isEqualTo(11);
        assertThat(apply(true, false).removed()).isEqualTo(11);
    }

    @Test
    void removesNothingFromAStorageOfOthers() {
        var stray = stray(0);
        clock.goOn(Duration.ofHours(25));
        var marker = Bytes.in(local, Markers.KEY);
        Bytes.put(
                local,
                Markers.KEY,
                "{\"installation\": \"another\"}".getBytes(StandardCharsets.UTF_8));
        var outcome = apply(true, false);
        assertThat(outcome.removed()).isZero();
        assertThat(outcome.report().skipped()).hasSize(1);
        assertThat(local.find(stray)).isPresent();
        Bytes.put(local, Markers.KEY, marker);
    }

    @Test
    @DisplayName("D52: --checksums finds bytes that are not what they were")
    void findsDamagedObjects() {
        var damaged = finished();
        var whole = finished();
        assertThat(apply(false, true).report().damaged().count()).isZero();
        Bytes.put(local, damaged, Samples.text(499));
        assertThat(apply(false, true).report().damaged().examples())
                .contains(new Finding("local", damaged.value()))
                .doesNotContain(new Finding("local", whole.value()));
        Bytes.put(local, damaged, TEXT);
    }

    private RemoveStrays.Outcome apply(boolean force, boolean checksums) {
        return removeStrays.run(
                new RemoveStrays.Wish(true, Duration.ofDays(1), "local", checksums, force));
    }

    private ObjectKey stray(int number) {
        var key = new ObjectKey("private/2026/01/01/" + UUID.randomUUID() + "/" + number + ".txt");
        Bytes.put(local, key, TEXT);
        return key;
    }

    private ObjectKey finished() {
        var alice = Api.as("alice", "user");
        var id =
                alice.startAndSend(
                                Map.of(
                                        "file_name", "a.txt",
                                        "file_type", "text/plain",
                                        "checksum_sha256", Bytes.sha256(TEXT)),
                                TEXT)
                        .getString("id");
        alice.finish(id);
        return new ObjectKey(rows.text("select object_key from file where id = ?::uuid", id));
    }
}
