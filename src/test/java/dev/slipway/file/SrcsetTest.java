package dev.slipway.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D66: ready-made responsive markup")
class SrcsetTest {

    @Test
    void namesEachWidthOnceAndShowsTheLargest() {
        var img =
                Srcset.of(
                        List.of(ready("a", 300, 200), ready("b", 500, 333), ready("c", 500, 333)));
        assertThat(img.srcset()).isEqualTo("http://x/a 300w, http://x/b 500w");
        assertThat(img.sizes()).isEqualTo("(max-width: 300px) 300px, 500px");
        assertThat(img.src()).isEqualTo("http://x/b");
        assertThat(img.width()).isEqualTo(500);
        assertThat(img.height()).isEqualTo(333);
    }

    @Test
    void needsNoMediaConditionForOneWidth() {
        assertThat(Srcset.of(List.of(ready("a", 64, 64))).sizes()).isEqualTo("64px");
    }

    @Test
    void isNotThereWithoutVariants() {
        assertThat(Srcset.of(List.of())).isNull();
    }

    private static FileView.VariantView ready(String name, int width, int height) {
        return new FileView.VariantView(
                name,
                VariantState.READY,
                width,
                height,
                "image/jpeg",
                1L,
                URI.create("http://x/" + name),
                null);
    }
}
