package dev.slipway.storage.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What is on its way in a local storage.
final class Drafts {

    private Drafts() {}

    /// The server tidies up after it has answered, so it is given some seconds.
    static void assertNone(Path directory) throws IOException {
        var drafts = directory.resolve("tmp");
        var deadline = System.nanoTime() + 10_000_000_000L;
        while (!isEmpty(drafts) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(drafts).isEmptyDirectory();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
