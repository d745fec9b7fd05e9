package dev.slipway.processing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A folder for the files of one job, which goes with all that is in it. While the job lives, it
/// holds a lock in there: where there is none, the process was killed ([SweepWorkFolders]).
final class WorkFolder implements AutoCloseable {

    static final String PREFIX = "slipway-work-";

    /// POSIX gives a process's lock up as soon as it closes the file once more: nobody here may
    /// touch the lock of another job of ours.
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FolderLock lock;

    WorkFolder() {
        try {
            path = Files.createTempDirectory(PREFIX).toAbsolutePath();
            OPEN.add(path);
            lock = lockOrDelete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FolderLock lockOrDelete(Path path) throws IOException {
        try {
            return FolderLock.take(path);
        } catch (IOException e) {
            Files.delete(path);
            OPEN.remove(path);
            throw e;
        }
    }

    Path path() {
        return path;
    }

    /// Where the picture itself is to be put.
    Path original() {
        return path.resolve("original");
    }

    /// Whether a job of this process has it open.
    static boolean isOpen(Path folder) {
        return OPEN.contains(folder.toAbsolutePath());
    }

    @Override
    public void close() {
        try (lock) {
            delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OPEN.remove(path);
        }
    }

    /// Deletes a folder, its files and its lock as the last of them.
    static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(it -> !it.endsWith(FolderLock.NAME)).toList()) {
                Files.delete(file);
            }
        }
        Files.deleteIfExists(folder.resolve(FolderLock.NAME));
        Files.delete(folder);
    }
}
