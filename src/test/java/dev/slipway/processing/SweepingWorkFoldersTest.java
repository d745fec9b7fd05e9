package dev.slipway.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.SettableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("D91: local temp file removed after processing")
class SweepingWorkFoldersTest {

    private static final int PATIENCE = 30;

    private final SettableClock clock = new SettableClock();

    @TempDir Path temporary;

    @Test
    @DisplayName("D91: local temp file removed after processing, also that of a killed process")
    void ofAKilledProcess() throws Exception {
        var other =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Djava.io.tmpdir=" + temporary,
                                "-cp",
                                System.getProperty("java.class.path"),
                                HoldAWorkFolder.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var said = other.inputReader(StandardCharsets.UTF_8)) {
            var folder = Path.of(said.readLine());
            assertThat(folder).hasParent(temporary);

            sweep();
            clock.goOn(Duration.ofDays(3));
            sweep();
            assertThat(folder.resolve("original")).exists();

            other.destroyForcibly();
            assertThat(other.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
            sweep();
            assertThat(temporary).isEmptyDirectory();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void ofOneThatHadNoLockOnceNothingHappensThere() throws Exception {
        var old = Files.createDirectory(temporary.resolve("slipway-work-123"));
        Files.writeString(old.resolve("original"), "a picture");
        var strange = Files.createDirectory(temporary.resolve("another-123"));

        sweep();
        assertThat(old).exists();
        clock.goOn(Duration.ofHours(25));
        sweep();

        assertThat(old).doesNotExist();
        assertThat(strange).exists();
    }

    @Test
    void notWhatOnlyHasSuchANameOrLeadsElsewhere() throws Exception {
        var export = Files.createDirectory(temporary.resolve("slipway-export"));
        var elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        var kept = Files.writeString(elsewhere.resolve("kept"), "somebody's");
        Files.createFile(elsewhere.resolve("lock"));
        Files.createSymbolicLink(temporary.resolve("slipway-work-x"), elsewhere);

        clock.goOn(Duration.ofHours(25));
        sweep();

        assertThat(export).exists();
        assertThat(kept).exists();
    }

    @Test
    void notOfAJobOfOurOwn() {
        try (var folder = new WorkFolder()) {
            new SweepWorkFolders(folder.path().getParent(), clock).sweep();
            assertThat(folder.path()).exists();
        }
    }

    private void sweep() {
        new SweepWorkFolders(temporary, clock).sweep();
    }
}
