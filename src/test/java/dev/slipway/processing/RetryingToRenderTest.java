package dev.slipway.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.PostgresResource;
import dev.slipway.account.Allowance;
import dev.slipway.caller.Caller;
import dev.slipway.caller.Role;
import dev.slipway.file.Content;
import dev.slipway.file.Failure;
import dev.slipway.file.FileIds;
import dev.slipway.file.FileRecord;
import dev.slipway.file.Files;
import dev.slipway.file.Idempotency;
import dev.slipway.file.Keys;
import dev.slipway.file.NewFile;
import dev.slipway.file.ProcessingState;
import dev.slipway.file.Runs;
import dev.slipway.file.Starts;
import dev.slipway.file.Variant;
import dev.slipway.file.VariantState;
import dev.slipway.file.Variants;
import dev.slipway.flow.Samples;
import dev.slipway.job.Job;
import dev.slipway.problem.Refusal;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Profiles;
import dev.slipway.storage.Checksums;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The work on a picture that nobody has queued, done by hand attempt by attempt.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RetryingToRenderTest {

    private static final Job.Outcome DONE = new Job.Outcome.Done();

    @Inject RenderVariants renderVariants;
    @Inject Files files;
    @Inject Runs runs;
    @Inject Starts starts;
    @Inject Variants variants;
    @Inject Profiles profiles;
    @Inject ObjectStore store;
    @Inject Clock clock;

    @ConfigProperty(name = "slipway.local.directory")
    Path storage;

    @TempDir Path folder;

    private UUID id;
    private Content content;

    @BeforeEach
    void finishAPicture() throws IOException {
        var profile = profiles.forStart(Profile.DEFAULT, new Caller("alice", Set.of(Role.USER)));
        var now = clock.instant();
        id = FileIds.next(now, RandomGenerator.getDefault());
        starts.insert(
                new NewFile(
                        id,
                        store.name(),
                        "alice",
                        profile,
                        null,
                        "picture.png",
                        "image/png",
                        null,
                        null,
                        Checksums.NONE,
                        Map.of(),
                        Idempotency.NONE,
                        now,
                        now.plus(profile.expiry())),
                Allowance.UNLIMITED);
        var picture = java.nio.file.Files.write(folder.resolve("picture"), Samples.png(400, 300));
        var key = Keys.original(profile.visibility(), id, "0123456789abcdef", "image/png");
        var stored = store.write(key, picture, ObjectHeaders.ofType("image/png"));
        content = new Content(id, store.name(), key, stored.etag(), stored.size(), null);
        variants.queue(id, profile.variants());
        assertThat(files.finish(files.find(id).orElseThrow(), content, ProcessingState.QUEUED, now))
                .isTrue();
    }

    @Test
    @DisplayName("D70: an outage is tried again twice, and then the picture has failed")
    void anOutageIsTriedAgain() throws IOException {
        breakTheStorage();
        for (var attempt = 1; attempt <= 2; attempt++) {
            var present = attempt;
            assertThatThrownBy(() -> run(present)).isInstanceOf(Refusal.class);
            assertProcessing(ProcessingState.QUEUED, attempt, "storage_unavailable");
            assertThat(variants()).extracting(Variant::state).containsOnly(VariantState.QUEUED);
        }
        assertThat(run(3)).isEqualTo(DONE);
        assertProcessing(ProcessingState.FAILED, 3, "storage_unavailable");
        assertThat(variants()).extracting(Variant::state).containsOnly(VariantState.FAILED);
        assertThat(run(4)).isEqualTo(DONE);
        assertProcessing(ProcessingState.FAILED, 3, "storage_unavailable");
    }

    @Test
    @DisplayName("D70: an outage that passes leaves no trace but the number of attempts")
    void anOutagePasses() throws IOException {
        var pointer = breakTheStorage();
        assertThatThrownBy(() -> run(1)).isInstanceOf(Refusal.class);
        java.nio.file.Files.write(pointerFile(), pointer);
        assertThat(run(2)).isEqualTo(DONE);
        assertThat(file().processing()).isEqualTo(ProcessingState.READY);
        assertThat(file().attempts()).isEqualTo(2);
        assertThat(file().error()).isNull();
        assertThat(variants()).extracting(Variant::state).containsOnly(VariantState.READY);
        assertThat(variants()).extracting(Variant::error).containsOnlyNulls();
        assertThat(variants()).extracting(Variant::attempts).containsOnly(2);
    }

    @Test
    void aProcessThatDiedEachTimeIsNotTriedForEver() {
        runs.begin(id, 3);
        assertThat(run(4)).isEqualTo(DONE);
        assertProcessing(ProcessingState.FAILED, 3, "processing_failed");
        assertThat(variants()).extracting(Variant::state).containsOnly(VariantState.FAILED);
    }

    @Test
    void aProcessThatDiedOnceIsTakenUpAgain() {
        runs.begin(id, 1);
        assertThat(run(2)).isEqualTo(DONE);
        assertThat(file().processing()).isEqualTo(ProcessingState.READY);
    }

    @Test
    void aMissingOriginalFailsAtOnce() {
        store.delete(List.of(content.key()));
        assertThat(run(1)).isEqualTo(DONE);
        assertProcessing(ProcessingState.FAILED, 1, "original_missing");
    }

    @Test
    @DisplayName("doing the work again changes nothing")
    void doingItAgainChangesNothing() {
        run(1);
        var file = file();
        var made = variants();
        assertThat(made).extracting(Variant::state).containsOnly(VariantState.READY);
        assertThat(made).extracting(Variant::width).containsExactly(300, 400, 400);
        var objects = objects();
        assertThat(run(1)).isEqualTo(DONE);
        assertThat(run(4)).isEqualTo(DONE);
        assertThat(file()).isEqualTo(file);
        assertThat(variants()).isEqualTo(made);
        assertThat(objects()).isEqualTo(objects);
    }

    @Test
    void workForContentThatNobodyHasIsThrownAway() {
        assertThat(renderVariants.run(UUID.randomUUID().toString(), 1)).isEqualTo(DONE);
    }

    private Job.Outcome run(int attempt) {
        return renderVariants.run(id.toString(), attempt);
    }

    private FileRecord file() {
        return files.find(id).orElseThrow();
    }

    private List<Variant> variants() {
        return variants.of(List.of(id)).get(id);
    }

    private List<?> objects() {
        var key = content.key().value();
        return store.list(key.substring(0, key.lastIndexOf('/') + 1), null).objects();
    }

    private void assertProcessing(ProcessingState state, int attempts, String code) {
        var file = file();
        assertThat(file.processing()).isEqualTo(state);
        assertThat(file.attempts()).isEqualTo(attempts);
        assertThat(file.error()).extracting(Failure::code).isEqualTo(code);
    }

    /// Other tests look into the same directory.
    @AfterEach
    void repairTheStorage() throws IOException {
        java.nio.file.Files.deleteIfExists(pointerFile());
    }

    /// Makes the directory answer nonsense for the original; what stood there before.
    private byte[] breakTheStorage() throws IOException {
        var pointer = java.nio.file.Files.readAllBytes(pointerFile());
        java.nio.file.Files.writeString(pointerFile(), "nonsense");
        return pointer;
    }

    private Path pointerFile() {
        return storage.resolve("objects").resolve(content.key().value() + "~.json");
    }
}
