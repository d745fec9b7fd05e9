package dev.slipway.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("D65: a glance at a picture")
final class GlanceTest {

    @Test
    void isShort() {
        assertThat(hash(Painted.corners(32, 24))).hasSizeBetween(20, 25);
    }

    @ParameterizedTest
    @CsvSource({"e00000", "00c000", "0000e0", "7f7f7f", "ffffff", "000000", "204060"})
    void showsAPlainColour(String colour) {
        var glance = Glance.of(Painted.plain(32, 32, new Color(Integer.parseInt(colour, 16))));

        assertThat(glance.colour()).isEqualTo("#" + colour);
        var shown = new DecodedThumbHash(bytes(glance)).at(0.5, 0.5);
        var expected = new Color(Integer.parseInt(colour, 16));
        assertThat(shown[0]).isCloseTo(expected.getRed() / 255d, within(0.05));
        assertThat(shown[1]).isCloseTo(expected.getGreen() / 255d, within(0.05));
        assertThat(shown[2]).isCloseTo(expected.getBlue() / 255d, within(0.05));
    }

    @Test
    void showsWhatIsWhere() {
        var hash = new DecodedThumbHash(hash(Painted.corners(32, 20)));

        assertThat(hash.at(0.2, 0.2)).satisfies(it -> assertThat(it[0]).isGreaterThan(it[1] + .3));
        assertThat(hash.at(0.8, 0.2)).satisfies(it -> assertThat(it[1]).isGreaterThan(it[0] + .3));
        assertThat(hash.at(0.2, 0.8)).satisfies(it -> assertThat(it[2]).isGreaterThan(it[0] + .3));
        assertThat(hash.at(0.8, 0.8)).satisfies(it -> assertThat(it[0]).isGreaterThan(it[2] + .3));
    }

    @Test
    void tellsTheShape() {
        assertThat(new DecodedThumbHash(hash(Painted.corners(32, 16))).ratio())
                .isCloseTo(2, within(0.4));
        assertThat(new DecodedThumbHash(hash(Painted.corners(16, 32))).ratio())
                .isCloseTo(0.5, within(0.1));
        assertThat(new DecodedThumbHash(hash(Painted.corners(32, 32))).ratio()).isEqualTo(1);
    }

    @Test
    @DisplayName("D63: keeps a transparency and shows no hidden colour")
    void keepsATransparency() {
        var glance = Glance.of(Painted.halfTransparent(32, 32));

        assertThat(glance.colour()).isEqualTo("#e00000");
        var hash = new DecodedThumbHash(bytes(glance));
        assertThat(hash.at(0.2, 0.5)[3]).isGreaterThan(0.8);
        assertThat(hash.at(0.8, 0.5)[3]).isLessThan(0.2);
        assertThat(hash.at(0.8, 0.5)[1]).isLessThan(0.2);
    }

    @Test
    void isOfAnyPicture() {
        for (var size : new int[][] {{1, 1}, {32, 1}, {1, 32}, {2, 3}}) {
            assertThat(hash(Painted.noise(size[0], size[1], 1))).isNotEmpty();
        }
        var nothing = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        assertThat(Glance.of(nothing).colour()).isEqualTo("#ffffff");
    }

    @Test
    void takesTheColourOfMostAndNotTheMean() {
        var image = Painted.plain(30, 30, Painted.BLUE);
        var graphics = image.createGraphics();
        graphics.setColor(Painted.YELLOW);
        graphics.fillRect(0, 0, 30, 12);
        graphics.dispose();

        assertThat(Glance.of(image).colour()).isEqualTo("#0000e0");
    }

    @Test
    void isForSmallPicturesOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Glance.of(Painted.corners(33, 20)))
                .withMessageContaining("33 x 20");
    }

    private static byte[] hash(BufferedImage image) {
        return bytes(Glance.of(image));
    }

    private static byte[] bytes(Glance glance) {
        return Base64.getDecoder().decode(glance.thumbHash());
    }
}
