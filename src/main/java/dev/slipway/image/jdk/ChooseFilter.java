package dev.slipway.image.jdk;

/// Filters a PNG's lines, each by the filter that leaves the smallest differences: the
/// heuristic of the specification (W3C PNG, third edition, 12.7).
final class ChooseFilter {

    private final int distance;
    private final byte[] above;
    private byte[] best;
    private byte[] other;

    ChooseFilter(int lineBytes, int distance) {
        this.distance = distance;
        this.above = new byte[lineBytes];
        this.best = new byte[lineBytes + 1];
        this.other = new byte[lineBytes + 1];
    }

    /// The filter's type and the filtered line, until the next.
    byte[] of(byte[] line) {
        var least = Long.MAX_VALUE;
        for (var type = PngFilter.NONE; type <= PngFilter.PAETH; type++) {
            PngFilter.apply(type, line, above, other, distance);
            var spread = PngFilter.spread(other);
            if (spread < least) {
                least = spread;
                var free = best;
                best = other;
                other = free;
            }
        }
        System.arraycopy(line, 0, above, 0, line.length);
        return best;
    }
}
