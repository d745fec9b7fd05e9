package dev.slipway.processing;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Removes, when the server starts, the temporary folders that killed processes have left: those
/// whose lock nobody holds, and those without a lock in which nothing has happened for a day. What
/// another process is at work in stays, whichever container it lives in.
@Singleton
final class SweepWorkFolders {

    private static final Logger LOG = Logger.getLogger(SweepWorkFolders.class);
    private static final int BEFORE_ANY_JOB = 1;
    private static final Duration LONGER_THAN_ANY_JOB = Duration.ofDays(1);

    private final Path temporary;
    private final Clock clock;

    SweepWorkFolders(@ConfigProperty(name = "java.io.tmpdir") Path temporary, Clock clock) {
        this.temporary = temporary;
        this.clock = clock;
    }

    void start(@Observes @Priority(BEFORE_ANY_JOB) StartupEvent event) {
        sweep();
    }

    void sweep() {
        try (var folders = Files.newDirectoryStream(temporary, WorkFolder.PREFIX + "*")) {
            for (var folder : folders) {
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && !WorkFolder.isOpen(folder)) {
                    sweepOrSay(folder);
                }
            }
        } catch (IOException e) {
            LOG.warnf(e, "cannot look for old folders in %s", temporary);
        }
    }

    private void sweepOrSay(Path folder) {
        try {
            sweep(folder);
        } catch (IOException | UncheckedIOException e) {
            LOG.warnf("cannot remove the old folder %s: %s", folder, e.getMessage());
        }
    }

    private void sweep(Path folder) throws IOException {
        var lock = folder.resolve(FolderLock.NAME);
        if (!Files.exists(lock)) {
            if (newest(folder).isBefore(clock.instant().minus(LONGER_THAN_ANY_JOB))) {
                WorkFolder.delete(folder);
            }
            return;
        }
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                var held = channel.tryLock()) {
            if (held != null) {
                WorkFolder.delete(folder);
            }
        } catch (OverlappingFileLockException ours) {
            LOG.debugf("%s is in use", folder);
        }
    }

    /// When something changed in there for the last time.
    private static Instant newest(Path folder) throws IOException {
        var newest = Files.getLastModifiedTime(folder).toInstant();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var changed = Files.getLastModifiedTime(file).toInstant();
                newest = changed.isAfter(newest) ? changed : newest;
            }
        }
        return newest;
    }
}
