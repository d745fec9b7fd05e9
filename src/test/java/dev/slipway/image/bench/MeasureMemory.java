package dev.slipway.image.bench;

import dev.slipway.image.BlankPng;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the engines of flat memory do with 256 megabytes of heap, each in a Java of its own:
/// eight photos of 24 megapixels, four at once; one of 108 megapixels; and a PNG of 900
/// megapixels, which all engines refuse. Prints a line of JSON for each, and fails when one fails.
final class MeasureMemory {

    private static final ChildJava LITTLE = new ChildJava("-Xmx256m");
    private static final ChildJava LIMITLESS =
            new ChildJava("-Xmx256m", "-Dbench.max-pixels=120000000");

    private MeasureMemory() {}

    public static void main(String[] arguments) throws IOException {
        var photos = Files.createDirectories(Path.of(arguments[0], "bench-photos"));
        var photo = SyntheticPhoto.write(photos.resolve("p24_synthetic.jpg"), 6000, 4000);
        var panorama = SyntheticPhoto.write(photos.resolve("p108_synthetic.jpg"), 12_000, 9000);
        var bomb = photos.resolve("bomb.png");
        Files.write(bomb, BlankPng.of(30_000, 30_000, 8));
        var failures = 0;
        for (var engine : Bench.engines()) {
            if (!engine.equals("imgscalr")) {
                failures += together(LITTLE, engine, photo, 8, 4);
                failures += together(LIMITLESS, engine, panorama, 1, 1);
            }
            failures += LITTLE.run(Redirect.INHERIT, RefuseBomb.class, engine, bomb);
        }
        System.exit(failures == 0 ? 0 : 1);
    }

    private static int together(ChildJava java, String engine, Path photo, int jobs, int threads) {
        return java.run(Redirect.INHERIT, RenderTogether.class, engine, photo, jobs, threads);
    }
}
