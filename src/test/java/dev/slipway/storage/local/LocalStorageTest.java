package dev.slipway.storage.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.caller.PublicAddress;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStorageTest {

    @TempDir Path folder;

    @Test
    void doesNotTouchTheDiskUntilItIsOpened() {
        var storage = storage(folder.resolve("storage"));

        assertThat(storage.running()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isMadeOnceWhenItIsAskedFor() {
        var storage = storage(folder.resolve("storage"));
        assertThat(folder).isEmptyDirectory();

        var store = storage.open();

        assertThat(storage.open()).isSameAs(store);
        assertThat(storage.running().orElseThrow()).isSameAs(store);
        assertThat(folder.resolve("storage")).isDirectory();
    }

    @Test
    void namesTheSettingWhenTheDirectoryCannotBeUsed() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> storage(file).open())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("slipway.local.directory=" + file);
    }

    private static LocalStorage storage(Path directory) {
        return new LocalStorage(
                new LocalStorageConfig() {
                    @Override
                    public Path directory() {
                        return directory;
                    }

                    @Override
                    public Optional<String> secret() {
                        return Optional.of("secret");
                    }

                    @Override
                    public UploadMethod method() {
                        return UploadMethod.POST;
                    }

                    @Override
                    public Cors cors() {
                        return () -> List.of("*");
                    }
                },
                new PublicAddress(URI.create("http://localhost")),
                Clock.systemUTC());
    }
}
