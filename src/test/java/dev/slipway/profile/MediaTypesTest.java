package dev.slipway.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

    @ParameterizedTest
    @DisplayName("D46: one spelling for each type")
    @CsvSource({
        "image/jpg,image/jpeg",
        "Image/PJPEG,image/jpeg",
        "' text/plain ; charset=utf-8',text/plain",
        "application/x-pdf,application/pdf"
    })
    void knowsAliasesAndDropsParameters(String said, String meant) {
        assertThat(MediaTypes.normalise(said)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/*",
                "*/*",
                "png",
                "image/",
                "/png",
                "image/p ng",
                "a/b/c",
                "ima\u0000ge/png"
            })
    void whatIsNoTypeIsUnknown(String said) {
        assertThat(MediaTypes.normalise(said)).isEqualTo(MediaTypes.UNKNOWN);
    }

    @Test
    @DisplayName("D47: patterns cover a whole kind")
    void patternsCoverAKind() {
        assertThat(MediaTypes.matches("image/*", "image/png")).isTrue();
        assertThat(MediaTypes.matches("image/*", "imagex/png")).isFalse();
        assertThat(MediaTypes.matches("*/*", "video/mp4")).isTrue();
        assertThat(MediaTypes.matches("image/png", "image/gif")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/*", "text/*", "application/*", "*/*"})
    @DisplayName("D135: no pattern covers SVG, HTML or a script")
    void noPatternCoversWhatABrowserRuns(String pattern) {
        for (var type : new String[] {"image/svg+xml", "text/html", "text/javascript"}) {
            assertThat(MediaTypes.matches(pattern, type)).isFalse();
            assertThat(MediaTypes.matches(type, type)).isTrue();
        }
    }

    @Test
    void aPatternThatIsNoneStopsTheStart() {
        assertThatThrownBy(() -> MediaTypes.pattern("pictures"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pictures");
    }
}
