package dev.slipway.presign;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AFormToSignTest {

    @ParameterizedTest
    @ValueSource(strings = {"Key", "bucket", "POLICY", "file", "X-Amz-Date", "x-amz-signature"})
    void leavesTheSignersFieldsToTheSigner(String name) {
        assertThatThrownBy(() -> form(Map.of(name, "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void hasOneValuePerField() {
        assertThatThrownBy(() -> form(Map.of("Content-Type", "a", "content-type", "b")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasASizeRangeThatCanBeMet() {
        assertThatThrownBy(() -> new Condition.ContentLengthRange(2, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PostForm form(Map<String, String> fields) {
        return new PostForm(
                "bucket", "key", fields, new Condition.ContentLengthRange(0, 1), Instant.EPOCH);
    }
}
