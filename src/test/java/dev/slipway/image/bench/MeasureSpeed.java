package dev.slipway.image.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Renders each photo with each engine, each in a Java of its own, and prints one line of JSON
/// for it ([RenderPhoto]). Fails when one fails.
///
/// - `-Dbench.photos`: a folder of JPEGs; without it, two are made, of 12 and 24 megapixels
/// - `-Dbench.engines`: `libvips,jdk,imgscalr`
/// - `-Dbench.iterations`: of a photo, 10
///
/// Leaves `bench-images.args` in its working folder, for `java @… ENGINE FILE ITERATIONS`.
final class MeasureSpeed {

    private static final ChildJava JAVA = new ChildJava("-Xmx1g");

    private MeasureSpeed() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        writeArguments(folder.resolve("bench-images.args"));
        var failures = 0;
        for (var photo : photos(folder)) {
            for (var engine : Bench.engines()) {
                failures +=
                        JAVA.run(
                                Redirect.INHERIT,
                                RenderPhoto.class,
                                engine,
                                photo,
                                Integer.getInteger("bench.iterations", 10));
            }
        }
        System.exit(failures == 0 ? 0 : 1);
    }

    private static List<Path> photos(Path folder) throws IOException {
        var given = System.getProperty("bench.photos", "");
        if (given.isEmpty()) {
            var photos = Files.createDirectories(folder.resolve("bench-photos"));
            return List.of(
                    SyntheticPhoto.write(photos.resolve("p12_synthetic.jpg"), 4000, 3000),
                    SyntheticPhoto.write(photos.resolve("p24_synthetic.jpg"), 6000, 4000));
        }
        try (var files = Files.list(Path.of(given))) {
            return files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
        }
    }

    private static void writeArguments(Path file) throws IOException {
        var classes = System.getProperty("java.class.path").replace("\\", "\\\\");
        Files.writeString(
                file,
                "%s\n-Xmx1g\n-cp \"%s\"\n%s\n"
                        .formatted(
                                String.join("\n", ChildJava.ALWAYS),
                                classes,
                                RenderPhoto.class.getName()));
    }
}
