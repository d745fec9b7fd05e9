package dev.slipway.processing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("D77: what pictures may take where no setting says it")
class ImageBudgetTest {

    private static final long MIB = 1 << 20;

    @Test
    void isHalfOfTheHeapWithinIt() {
        assertThat(new ImageBudget(8192 * MIB, 1024 * MIB).inHeap()).isEqualTo(512 * MIB);
    }

    @ParameterizedTest
    @CsvSource({"2048, 1024, 512", "1024, 512, 256", "512, 384, 256", "65536, 256, 1024"})
    void isHalfOfWhatTheHeapLeavesBesideIt(long machine, long heap, long expected) {
        assertThat(new ImageBudget(machine * MIB, heap * MIB).besideHeap())
                .isEqualTo(expected * MIB);
    }

    @Test
    void isNotLessBecauseTheHeapIsAllOfTheMachine() {
        assertThat(new ImageBudget(1024 * MIB, 4096 * MIB).besideHeap()).isEqualTo(256 * MIB);
    }

    @Test
    void knowsTheMachine() {
        assertThat(ImageBudget.here().machine()).isGreaterThan(256 * MIB);
        assertThat(ImageBudget.here().heap()).isEqualTo(Runtime.getRuntime().maxMemory());
    }
}
