package dev.slipway.image.libvips;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    @Test
    void saysThatALibraryIsBroken() throws IOException {
        assertUnusable(Files.writeString(folder.resolve("libvips.so.42"), "no library"));
    }

    static Stream<Throwable> whatLoadingMayThrow() {
        return Stream.of(
                new UncheckedIOException(new IOException("no permission")),
                new IllegalCallerException("no native access"),
                new UnsatisfiedLinkError("wrong architecture"),
                new SecurityException("no"));
    }

    @ParameterizedTest
    @MethodSource("whatLoadingMayThrow")
    @DisplayName("D66: says what is wrong with it, whatever that is")
    void saysWhatIsWrong(Throwable wrong) {
        var found =
                FindLibvips.of(
                        () -> {
                            if (wrong instanceof Error error) {
                                throw error;
                            }
                            throw (RuntimeException) wrong;
                        });

        assertThat(found)
                .asInstanceOf(InstanceOfAssertFactories.type(UnusableLibvips.class))
                .extracting(UnusableLibvips::reason)
                .asString()
                .contains(wrong.getMessage());
    }

    @Test
    @EnabledIf("dev.slipway.image.libvips.HereIsLibvips#usable")
    @DisplayName("D66: says that it may not be called, or not be tried")
    void saysThatItMayNotBeTried() throws Exception {
        assertThat(FindAlone.with("--illegal-native-access=deny"))
                .contains("UnusableLibvips", "libvips cannot be loaded");
        assertThat(
                        FindAlone.with(
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.io.tmpdir=" + folder.resolve("nowhere")))
                .contains("UnusableLibvips", "libvips cannot be tried", "nowhere");
    }

    @Test
    @DisplayName("D66: looks where Homebrew puts it, on a Mac")
    void looksWhereHomebrewPutsIt() throws IOException {
        var library = Files.createFile(folder.resolve("libvips.42.dylib"));
        var folders = List.of(folder + "/nowhere", folder.toString());

        assertThat(LoadLibrary.ofHomebrew("Mac OS X", folders)).containsExactly(library);
        assertThat(LoadLibrary.ofHomebrew("Linux", folders)).isEmpty();
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
