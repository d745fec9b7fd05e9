package dev.slipway.storage.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSecretTest {

    @TempDir Path directory;

    @Test
    void isMadeOnceEvenWhenManyStartAtTheSameMoment() throws Exception {
        Callable<LocalSecret> start = () -> LocalSecret.in(directory.resolve("secret"));
        var seen = new HashSet<LocalSecret>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var secret : threads.invokeAll(Collections.nCopies(50, start))) {
                seen.add(secret.get());
            }
        }

        assertThat(seen).hasSize(1);
        assertThat(seen.iterator().next().value()).hasSize(64);
        assertThat(directory).isDirectoryContaining("glob:**/secret");
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void canBeReadByItsOwnerOnly() throws Exception {
        LocalSecret.in(directory.resolve("secret"));

        assertThat(Files.getPosixFilePermissions(directory.resolve("secret")))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void givesEveryPurposeItsOwnKey() {
        var secret = new LocalSecret("a");

        assertThat(secret.keyFor("one")).hasSize(32).isEqualTo(secret.keyFor("one"));
        assertThat(secret.keyFor("one")).isNotEqualTo(secret.keyFor("two"));
        assertThat(secret.keyFor("one")).isNotEqualTo(new LocalSecret("b").keyFor("one"));
    }

    @Test
    void isNeverEmptyAndNeverPrinted() {
        assertThatThrownBy(() -> new LocalSecret(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new LocalSecret("sesame").toString()).doesNotContain("sesame");
    }
}
