package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.flow.FormPost;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@DisplayName("the object that says whose a storage is")
class MarkersTest {

    @Inject ObjectStore store;
    @Inject EntityManager database;
    @Inject ObjectMapper json;
    @Inject Markers bean;
    @TempDir Path folder;

    @AfterEach
    void removeIt() {
        store.delete(List.of(Markers.KEY));
    }

    @Test
    @DisplayName("is written once, and then it is ours")
    void isWrittenOnce() {
        store.delete(List.of(Markers.KEY));
        assertThat(markers().findStranger(store)).isEmpty();
        var written = store.find(Markers.KEY).orElseThrow();
        assertThat(markers().findStranger(store)).isEmpty();
        assertThat(store.find(Markers.KEY).orElseThrow()).isEqualTo(written);
        assertThat(FormPost.get(store.address(Markers.KEY).toString()).statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("can be asked for by a job, which has no request and no transaction")
    void canBeAskedForByAJob() throws Exception {
        try (var jobs = Executors.newSingleThreadExecutor()) {
            assertThat(jobs.submit(bean::installation).get()).hasSize(36);
        }
    }

    @Test
    @DisplayName("tells a storage of another database")
    void tellsAStranger() throws Exception {
        var other = Files.writeString(folder.resolve("m"), "{\"installation\": \"another\"}");
        store.write(Markers.KEY, other, ObjectHeaders.ofType("application/json"));
        assertThat(markers().findStranger(store)).hasValue("another");
    }

    /// With the check that the tests' own program does without.
    private Markers markers() {
        return new Markers(
                database,
                json,
                new ReconcileConfig() {
                    @Override
                    public Duration interval() {
                        return Duration.ofDays(1);
                    }

                    @Override
                    public boolean marker() {
                        return true;
                    }
                });
    }
}
