package dev.slipway.image.jdk;

/// The five filters of PNG (W3C PNG, third edition, 9): a line is stored as the difference of
/// its bytes to what their neighbours let one expect. `distance` is that of a byte to the same
/// byte of the pixel before it.
final class PngFilter {

    static final int NONE = 0;
    static final int SUB = 1;
    static final int UP = 2;
    static final int AVERAGE = 3;
    static final int PAETH = 4;

    private PngFilter() {}

    /// Whether there is such a filter.
    static boolean exists(int type) {
        return type >= NONE && type <= PAETH;
    }

    /// Turns the differences of a line into its bytes, by the line above it.
    static void undo(int type, byte[] line, byte[] above, int distance) {
        switch (type) {
            case SUB -> {
                for (var i = distance; i < line.length; i++) {
                    line[i] += line[i - distance];
                }
            }
            case UP -> {
                for (var i = 0; i < line.length; i++) {
                    line[i] += above[i];
                }
            }
            case AVERAGE -> {
                for (var i = 0; i < line.length; i++) {
                    var left = i < distance ? 0 : line[i - distance] & 0xff;
                    line[i] += (byte) ((left + (above[i] & 0xff)) >> 1);
                }
            }
            case PAETH -> {
                for (var i = 0; i < Math.min(distance, line.length); i++) {
                    line[i] += above[i];
                }
                for (var i = distance; i < line.length; i++) {
                    line[i] +=
                            (byte)
                                    paeth(
                                            line[i - distance] & 0xff,
                                            above[i] & 0xff,
                                            above[i - distance] & 0xff);
                }
            }
            default -> {}
        }
    }

    /// Puts the filter's type and the differences into `filtered`, one byte longer than the
    /// line.
    static void apply(int type, byte[] line, byte[] above, byte[] filtered, int distance) {
        filtered[0] = (byte) type;
        for (var i = 0; i < line.length; i++) {
            var left = i < distance ? 0 : line[i - distance] & 0xff;
            var up = above[i] & 0xff;
            var upLeft = i < distance ? 0 : above[i - distance] & 0xff;
            var expected =
                    switch (type) {
                        case SUB -> left;
                        case UP -> up;
                        case AVERAGE -> (left + up) >> 1;
                        case PAETH -> paeth(left, up, upLeft);
                        default -> 0;
                    };
            filtered[i + 1] = (byte) (line[i] - expected);
        }
    }

    /// How far from zero the differences are in all, which says how well they will deflate.
    static long spread(byte[] filtered) {
        var sum = 0;
        for (var i = 1; i < filtered.length; i++) {
            sum += Math.abs(filtered[i]);
        }
        return sum;
    }

    private static int paeth(int left, int up, int upLeft) {
        var toLeft = Math.abs(up - upLeft);
        var toUp = Math.abs(left - upLeft);
        var toUpLeft = Math.abs(left + up - 2 * upLeft);
        if (toLeft <= toUp && toLeft <= toUpLeft) {
            return left;
        }
        return toUp <= toUpLeft ? up : upLeft;
    }
}
