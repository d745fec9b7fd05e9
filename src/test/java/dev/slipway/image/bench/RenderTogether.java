package dev.slipway.image.bench;

import dev.slipway.image.Rendered;
import dev.slipway.image.Rendering;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// What several photos at once cost in memory: `ENGINE FILE JOBS THREADS` renders the photo so
/// many times, by so many threads, and prints one line of JSON: how many of the jobs ended well,
/// and the memory at its peak. Fails when one did not. To be run with little heap: `-Xmx256m`.
public final class RenderTogether {

    private RenderTogether() {}

    public static void main(String[] arguments) throws Exception {
        var engine = Bench.engine(arguments[0]);
        var photo = Path.of(arguments[1]);
        var count = Integer.parseInt(arguments[2]);
        var start = System.nanoTime();
        var done = 0;
        try (var threads = Executors.newFixedThreadPool(Integer.parseInt(arguments[3]))) {
            Callable<Rendering> job = () -> Bench.renderAndDelete(engine, photo);
            for (var answer :
                    threads.invokeAll(IntStream.range(0, count).mapToObj(i -> job).toList())) {
                if (answer.get() instanceof Rendered) {
                    done++;
                } else {
                    System.err.println(answer.get());
                }
            }
        }
        System.out.printf(
                "{\"engine\": \"%s\", \"file\": \"%s\", \"done\": %d, \"of\": %d, \"wall_ms\": %d,"
                        + " \"rss_mb\": %d}%n",
                Bench.name(engine),
                photo.getFileName(),
                done,
                count,
                (System.nanoTime() - start) / 1_000_000,
                Bench.peakMegabytes());
        System.exit(done == count ? 0 : 1);
    }
}
