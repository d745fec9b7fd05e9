package dev.slipway.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void doublesFromFiveSecondsToAnHour() {
        assertThat(BackOff.after(0)).isEqualTo(Duration.ofSeconds(5));
        assertThat(BackOff.after(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(BackOff.after(5)).isEqualTo(Duration.ofSeconds(160));
        assertThat(BackOff.after(10)).isEqualTo(Duration.ofHours(1));
        assertThat(BackOff.after(1_000_000)).isEqualTo(Duration.ofHours(1));
    }
}
