package dev.slipway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The one source of the client, and what is built of it.
class ClientBuildTest {

    private static final Path CLIENT = Path.of("frontend-example/client");

    @TempDir Path temp;

    @Test
    @DisplayName("D115: the client that the page loads is built of its typed sources, and is small")
    void theCopyIsAFreshBuild() throws IOException, InterruptedException {
        Requirement.of(
                Files.isDirectory(CLIENT.resolve("node_modules")),
                "The client's build is not checked: npm ci --prefix " + CLIENT);
        var log = temp.resolve("log").toFile();
        var check =
                new ProcessBuilder("npm", "run", "check")
                        .directory(CLIENT.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log)
                        .start();

        assertThat(check.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(log).content().contains("core: ", "everything: ");
        assertThat(check.exitValue()).as(Files.readString(log.toPath())).isZero();
    }
}
