package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.SettableClock;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.Storages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnTwoStorages.class)
@DisplayName("D90: a storage that carries no marker any more")
class LosingTheMarkerTest {

    @Inject Reconcile reconcile;
    @Inject Markers markers;
    @Inject Storages storages;
    @Inject SettableClock clock;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    @DisplayName("becomes ours again, but nothing is removed from it before the next comparison")
    void nothingIsRemovedAtOnce() {
        var s3 = storages.named("s3");
        var stray = new ObjectKey("incoming/" + UUID.randomUUID());
        Bytes.put(s3, stray, new byte[] {1});
        clock.goOn(Duration.ofHours(3));
        s3.delete(List.of(Markers.KEY));

        reconcile.run();
        assertThat(s3.find(stray)).isPresent();
        assertThat(markers.isOurs(s3)).isTrue();

        reconcile.run();
        assertThat(s3.find(stray)).isEmpty();
    }
}
