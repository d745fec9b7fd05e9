package dev.slipway.image.bench;

import dev.slipway.image.ImageRefusal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// How long it takes, once Java is warm, to refuse a picture by its header: `ENGINE FILE` prints
/// one line of JSON, and fails when the picture is not refused, or not within 50 milliseconds.
final class RefuseBomb {

    private static final int TIMES = 21;
    private static final double MOST_MILLIS = 50;

    private RefuseBomb() {}

    public static void main(String[] arguments) throws Exception {
        var engine = Bench.engine(arguments[0]);
        var bomb = Path.of(arguments[1]);
        var nanos = new long[TIMES];
        var refused = true;
        for (var i = 0; i < TIMES; i++) {
            var before = System.nanoTime();
            refused &= engine.inspect(bomb, List.of()) instanceof ImageRefusal;
            nanos[i] = System.nanoTime() - before;
        }
        Arrays.sort(nanos);
        var millis = nanos[TIMES / 2] / 1e6;
        System.out.printf(
                "{\"engine\": \"%s\", \"file\": \"%s\", \"refused\": %b, \"refused_ms\": %.2f,"
                        + " \"rss_mb\": %d}%n",
                Bench.name(engine), bomb.getFileName(), refused, millis, Bench.peakMegabytes());
        System.exit(refused && millis < MOST_MILLIS ? 0 : 1);
    }
}
