package dev.slipway.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The packaged program as the build has left it, to be run by the Java of the tests.
final class Jar {

    static final Path FOLDER = Path.of("target", "quarkus-app").toAbsolutePath();

    private static final Path RUN = FOLDER.resolve("quarkus-run.jar");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /// Most of these processes live for seconds: what the JVM prepares for hours costs more than
    /// it brings.
    private static final List<String> SHORT_LIVED =
            List.of("-Xmx768m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /// What the tester's own environment must not decide.
    private static final List<String> SETTINGS_OF_OTHERS =
            List.of("AWS_", "SLIPWAY_", "QUARKUS_", "MP_JWT_", "SMALLRYE_");

    private Jar() {}

    /// A process that is not started yet, in an empty folder, with these settings as system
    /// properties and none from anywhere else.
    static ProcessBuilder process(Path folder, Map<String, String> settings, String... args) {
        assertThat(RUN).as("the packaged program (./mvnw package)").isRegularFile();
        var command = new ArrayList<String>();
        command.add(JAVA.toString());
        command.addAll(SHORT_LIVED);
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", RUN.toString()));
        command.addAll(List.of(args));
        var process = new ProcessBuilder(command).directory(folder.toFile());
        process.environment()
                .keySet()
                .removeIf(name -> SETTINGS_OF_OTHERS.stream().anyMatch(name::startsWith));
        process.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        process.environment().put("AWS_CONFIG_FILE", folder.resolve("no-aws").toString());
        process.environment()
                .put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("no-aws").toString());
        return process;
    }

    static List<Path> files() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
