package dev.slipway.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.image.Fit;
import dev.slipway.image.VariantPlan;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D66: ready-made responsive markup")
class SrcsetTest {

    @Test
    void namesEachWidthOnceAndShowsTheLargest() {
        var img = img(ready("a", 300, 200), ready("b", 500, 333), ready("c", 500, 333));
        assertThat(img.srcset()).isEqualTo("http://x/a 300w, http://x/b 500w");
        assertThat(img.sizes()).isEqualTo("(max-width: 300px) 300px, 500px");
        assertThat(img.src()).isEqualTo("http://x/b");
        assertThat(img.width()).isEqualTo(500);
        assertThat(img.height()).isEqualTo(333);
    }

    @Test
    void needsNoMediaConditionForOneWidth() {
        assertThat(img(ready("a", 64, 64)).sizes()).isEqualTo("64px");
    }

    @Test
    void isNotThereWithoutVariants() {
        assertThat(img()).isNull();
    }

    @Test
    void showsNoBlurredPictureAndNoCutOneBesideWholeOnes() {
        var plans =
                List.of(
                        VariantPlan.of("whole", Fit.WIDTH, 300),
                        VariantPlan.of("boxed", Fit.CONTAIN, 200, 200),
                        VariantPlan.of("square", Fit.SQUARE, 400),
                        VariantPlan.of("blurred", Fit.WIDTH, 500).blurred(3));
        var views =
                List.of(
                        ready("whole", 300, 200),
                        ready("boxed", 200, 133),
                        ready("square", 400, 400),
                        ready("blurred", 500, 333));

        assertThat(Srcset.of(plans, views).srcset())
                .isEqualTo("http://x/boxed 200w, http://x/whole 300w");
    }

    @Test
    void showsCutPicturesOfOneShapeWhenThereAreNoOthers() {
        var plans =
                List.of(
                        VariantPlan.of("square", Fit.SQUARE, 64),
                        VariantPlan.of("larger", Fit.COVER, 256, 256),
                        VariantPlan.of("wide", Fit.COVER, 300, 100));
        var views =
                List.of(
                        ready("square", 64, 64),
                        ready("larger", 256, 256),
                        ready("wide", 300, 100));

        assertThat(Srcset.of(plans, views).srcset())
                .isEqualTo("http://x/square 64w, http://x/larger 256w");
    }

    @Test
    void showsTheWidthsThatWereThereUntilOthersAre() {
        var plans =
                List.of(
                        VariantPlan.of("w100", Fit.WIDTH, 100),
                        VariantPlan.of("w200", Fit.WIDTH, 200));
        var before =
                List.of(ready("thumb", 9, 9), ready("w300", 300, 200), ready("w500", 500, 333));

        assertThat(Srcset.of(plans, before).srcset())
                .isEqualTo("http://x/w300 300w, http://x/w500 500w");
        var after = List.of(ready("w100", 100, 66), ready("w300", 300, 200));
        assertThat(Srcset.of(plans, after).srcset()).isEqualTo("http://x/w100 100w");
    }

    private static FileView.@Nullable Img img(FileView.VariantView... views) {
        var plans =
                Arrays.stream(views)
                        .map(view -> VariantPlan.of(view.name(), Fit.WIDTH, 10))
                        .toList();
        return Srcset.of(plans, List.of(views));
    }

    private static FileView.VariantView ready(String name, int width, int height) {
        return new FileView.VariantView(
                name,
                VariantState.READY,
                width,
                height,
                1,
                "image/jpeg",
                1L,
                URI.create("http://x/" + name),
                1,
                null);
    }
}
