package dev.slipway.upload;

import dev.slipway.file.FileRecord;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The finishes at work on this node. Whoever wants the same one waits for it, instead of
/// reading the same gigabytes again; on another node it simply runs twice.
@Singleton
final class RunningFinishes {

    private final FinishUpload finishUpload;
    private final Map<UUID, FutureTask<FileRecord>> running = new ConcurrentHashMap<>();

    RunningFinishes(FinishUpload finishUpload) {
        this.finishUpload = finishUpload;
    }

    boolean isRunning(UUID id) {
        return running.containsKey(id);
    }

    /// Waits for the end of it.
    FileRecord await(FileRecord upload) {
        try {
            return await(upload, Duration.ofNanos(Long.MAX_VALUE));
        } catch (TimeoutException e) {
            throw new IllegalStateException("292 years have passed", e);
        }
    }

    /// @throws TimeoutException when it takes longer; it goes on then
    FileRecord await(FileRecord upload, Duration atMost) throws TimeoutException {
        try {
            return running.computeIfAbsent(upload.id(), id -> start(upload))
                    .get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("finishing " + upload.id() + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while finishing " + upload.id(), e);
        }
    }

    private FutureTask<FileRecord> start(FileRecord upload) {
        var task =
                new FutureTask<>(
                        () -> {
                            try {
                                return finishUpload.finish(upload);
                            } finally {
                                running.remove(upload.id());
                            }
                        });
        Thread.ofVirtual().name("finish-" + upload.id()).start(task);
        return task;
    }
}
