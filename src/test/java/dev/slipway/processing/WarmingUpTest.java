package dev.slipway.processing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WarmingUpTest {

    @Inject WarmUp warmUp;

    @Test
    @DisplayName("D68: renders a picture of its own, so that the first photo does not pay for it")
    void rendersAPicture() {
        assertThat(warmUp.run()).isEqualTo(2);
    }
}
