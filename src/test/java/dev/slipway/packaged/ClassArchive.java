package dev.slipway.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// The classes of the packaged program as the JVM has them in memory, in a file, which one server
/// writes when it ends. Every later one starts from it, in two thirds of the time: all that the
/// tests wait for is the CPU. A JVM that cannot use the file loads its classes as ever.
final class ClassArchive {

    private static final Path FILE = make();

    private ClassArchive() {}

    /// Lets this process, not started yet, begin with it.
    static ProcessBuilder use(ProcessBuilder process) {
        return with(process, "-XX:SharedArchiveFile=" + FILE);
    }

    private static Path make() {
        var target = Jar.FOLDER.getParent();
        var file = target.resolve("packaged-classes.jsa");
        try {
            Files.deleteIfExists(file);
            var installation = Installation.in(Files.createTempDirectory(target, "archived"));
            Program.start(with(installation.bareProcess(), "-XX:ArchiveClassesAtExit=" + file))
                    .close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return file;
    }

    private static ProcessBuilder with(ProcessBuilder process, String option) {
        process.command().add(1, option);
        return process;
    }
}
