package dev.slipway.image.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A measurement in a Java of its own, as its memory at the peak is that of a process, and its
/// heap is to be small.
record ChildJava(String... options) {

    /// The second keeps the log manager on the class path from complaining.
    static final List<String> ALWAYS =
            List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    private static final int MINUTES = 10;
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String OURS = "bench.";

    /// What it prints goes to `out`, with what it complains of.
    ///
    /// @return its exit code
    int run(Redirect out, Class<?> main, Object... arguments) {
        var command = new ArrayList<>(List.of(JAVA));
        command.addAll(ALWAYS);
        for (var name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith(OURS)) {
                command.add("-D" + name + "=" + System.getProperty(name));
            }
        }
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        try {
            var child =
                    new ProcessBuilder(command)
                            .redirectOutput(out)
                            .redirectErrorStream(true)
                            .start();
            if (!child.waitFor(MINUTES, TimeUnit.MINUTES)) {
                child.destroyForcibly();
                throw new IllegalStateException("still running: " + command);
            }
            return child.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
