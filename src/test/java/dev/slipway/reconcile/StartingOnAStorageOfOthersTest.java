package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.storage.Storages;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnTwoStorages.class)
@DisplayName("D90: a node whose database is another installation's")
class StartingOnAStorageOfOthersTest {

    @Inject CheckMarkers checkMarkers;
    @Inject Markers markers;
    @Inject Storages storages;

    @Test
    @DisplayName("does not start, and says whose the storage is and whose the database")
    void doesNotStart() {
        var s3 = storages.named("s3");
        var marker = Bytes.in(s3, Markers.KEY);
        assertThat(new String(marker, StandardCharsets.UTF_8)).contains(markers.installation());
        Bytes.put(
                s3,
                Markers.KEY,
                "{\"installation\": \"another\"}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> checkMarkers.check(new StartupEvent()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("s3 belongs to installation another")
                .hasMessageContaining(markers.installation());
        Bytes.put(s3, Markers.KEY, marker);
        checkMarkers.check(new StartupEvent());
    }
}
