package dev.slipway.image.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SeparableFilterTest {

    @ParameterizedTest
    @CsvSource({"40, 30, 17, 13", "40, 30, 40, 30", "40, 30, 39, 30", "100, 3, 1, 1"})
    void givesWhatFilteringTheWholeWouldGive(int width, int height, int toWidth, int toHeight) {
        var random = new Random(1);
        for (var channels : List.of(1, 3, 4)) {
            var picture = new float[height][width * channels];
            for (var row : picture) {
                for (var i = 0; i < row.length; i++) {
                    row[i] = random.nextInt(256);
                }
            }
            var down = Taps.lanczos(0, height, toHeight);
            var along = Taps.lanczos(0, width, toWidth);

            var rows = filtered(picture, down, along, channels);

            assertThat(rows).hasSize(toHeight);
            for (var y = 0; y < toHeight; y++) {
                for (var i = 0; i < toWidth * channels; i++) {
                    var expected = sum(picture, down, y, along, i / channels, i % channels);
                    assertThat(rows.get(y)[i]).isCloseTo((float) expected, within(0.01f));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 2.5, 100})
    void leavesAPlainPictureAlone(double sigma) {
        var picture = new float[20][20];
        for (var row : picture) {
            Arrays.fill(row, 200);
        }
        var blur = Taps.gaussian(20, sigma);

        assertThat(filtered(picture, blur, blur, 1))
                .hasSize(20)
                .allSatisfy(
                        row -> {
                            for (var sample : row) {
                                assertThat(sample).isCloseTo(200, within(0.01f));
                            }
                        });
    }

    @ParameterizedTest
    @CsvSource({"3, 30, 7", "0, 1000, 1", "0, 1000, 999", "5, 5, 5", "0, 4000, 1600"})
    void neverStepsBackNorOutside(int from, int length, int size) {
        var taps = Taps.lanczos(from, length, size);

        for (var i = 0; i < size; i++) {
            assertThat(taps.first(i)).isBetween(from, taps.last(i));
            assertThat(taps.last(i)).isLessThan(from + length);
            if (i > 0) {
                assertThat(taps.first(i)).isGreaterThanOrEqualTo(taps.first(i - 1));
                assertThat(taps.last(i)).isGreaterThanOrEqualTo(taps.last(i - 1));
            }
        }
        assertThat(taps.overlap()).isLessThanOrEqualTo(8);
    }

    private static List<float[]> filtered(float[][] picture, Taps down, Taps along, int channels) {
        var rows = new ArrayList<float[]>();
        var filter =
                new SeparableFilter(down, along, channels, List.of(row -> rows.add(row.clone())));
        for (var row : picture) {
            filter.row(row);
        }
        return rows;
    }

    private static double sum(float[][] picture, Taps down, int y, Taps along, int x, int channel) {
        var channels = picture[0].length / (along.last(along.size() - 1) + 1);
        var sum = 0.0;
        for (var j = 0; j < down.weights(y).length; j++) {
            for (var i = 0; i < along.weights(x).length; i++) {
                var sample = picture[down.first(y) + j][(along.first(x) + i) * channels + channel];
                sum += (double) sample * down.weights(y)[j] * along.weights(x)[i];
            }
        }
        return sum;
    }
}
