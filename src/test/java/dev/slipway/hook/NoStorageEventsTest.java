package dev.slipway.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class NoStorageEventsTest {

    @Test
    @DisplayName("D95: without a configured secret the hook is not there")
    void withoutASecretItIsNotThere() {
        var nowhere = Hook.post("/api/hooks/nowhere", null, "application/json", "{}");
        assertThat(nowhere.status()).isEqualTo(404);
        for (var authorization : new String[] {null, "Bearer ", "Bearer null", "Basic Og=="}) {
            var answer = Hook.post(authorization, "application/json", "not even JSON");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(nowhere.body());
            assertThat(answer.header("WWW-Authenticate")).isEmpty();
        }
    }
}
