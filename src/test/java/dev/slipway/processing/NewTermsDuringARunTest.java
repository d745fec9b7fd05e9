package dev.slipway.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.file.Files;
import dev.slipway.file.NewTerms;
import dev.slipway.file.ProcessingState;
import dev.slipway.file.Runs;
import dev.slipway.flow.Api;
import dev.slipway.flow.Rows;
import dev.slipway.flow.Samples;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Profiles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D70: new terms that come while a run is at work")
class NewTermsDuringARunTest {

    private static final int PATIENCE = 30;

    @Inject RenderVariants renderVariants;
    @Inject Files files;
    @Inject Runs runs;
    @Inject NewTerms newTerms;
    @Inject Profiles profiles;
    @Inject Rows rows;

    private Api alice;
    private UUID id;

    @BeforeEach
    void finishAPicture() {
        alice = Api.as("during-alice", "user");
        var body = Map.of("file_name", "a.png", "file_type", "image/png", "profile", "phone");
        var text = alice.startAndSend(body, Samples.png(400, 300)).getString("id");
        alice.finish(text);
        alice.processed(text);
        id = UUID.fromString(text);
    }

    @Test
    void areWhatARunThatHasJustBegunGoesBy() throws Exception {
        assertThat(runs.want(files.find(id).orElseThrow(), Optional.empty())).isTrue();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var locked = new CompletableFuture<Void>();
            var change =
                    threads.submit(
                            () ->
                                    QuarkusTransaction.requiringNew()
                                            .run(
                                                    () -> {
                                                        giveAndWant();
                                                        locked.complete(null);
                                                        awaitSomebodyWaiting();
                                                    }));
            locked.get(PATIENCE, TimeUnit.SECONDS);
            renderVariants.run(id.toString(), 1);
            change.get(PATIENCE, TimeUnit.SECONDS);
        }

        assertThat(files.find(id).orElseThrow().processing()).isEqualTo(ProcessingState.READY);
        var file = alice.show(id.toString());
        assertThat(file.getList("variants.state")).hasSize(3).containsOnly("ready");
        assertThat(file.getList("variants.width")).containsExactly(300, 400, 400);
    }

    private void giveAndWant() {
        var present = profiles.find(Profile.DEFAULT).orElseThrow();
        var file = newTerms.give(id, present).orElseThrow();
        assertThat(runs.want(file, Optional.empty())).isTrue();
    }

    /// Returns once a statement of another transaction has to wait for a lock.
    private void awaitSomebodyWaiting() {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (System.nanoTime() < end) {
            if (!rows.texts("select 'waits' from pg_locks where not granted").isEmpty()) {
                return;
            }
        }
        throw new AssertionError("nobody waits for the other transaction");
    }
}
