package dev.slipway.storage.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Files that are still there after the power has failed.
final class Durable {

    private Durable() {}

    static void write(Path file, byte[] bytes) throws IOException {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /// Renames in one step, replacing what was there.
    static void move(Path file, Path target) throws IOException {
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        keepName(target);
    }

    /// Makes the name of a file last.
    static void keepName(Path file) {
        keepNamesIn(file.toAbsolutePath().getParent());
    }

    /// Makes what a folder lists last. Where a system cannot do that, it must do without.
    static void keepNamesIn(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows does not open folders.
        }
    }
}
