package dev.slipway.image.libvips;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FindLibvipsTest {

    @TempDir private Path folder;

    @Test
    void saysThatNothingIsThere() {
        assertUnusable(folder.resolve("libvips.so.42"));
    }

    /// Java itself is one, with other functions.
    @Test
    void saysThatItIsAnotherLibrary() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "lib");
        try (var files = Files.walk(java)) {
            var zip = files.filter(file -> file.getFileName().toString().startsWith("libzip."));
            assertUnusable(zip.findFirst().orElseThrow());
        }
    }

    private static void assertUnusable(Path library) {
        assertThat(FindLibvips.at(Optional.of(library)))
                .asInstanceOf(InstanceOfAssertFactories.type(UnusableLibvips.class))
                .extracting(UnusableLibvips::reason)
                .asString()
                .startsWith("libvips cannot be loaded")
                .endsWith(".");
    }
}
