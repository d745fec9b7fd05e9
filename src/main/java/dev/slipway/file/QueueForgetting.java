package dev.slipway.file;

import dev.slipway.job.Jobs;
import dev.slipway.storage.ObjectKey;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/// Sees to it, in the caller's transaction, that what no row names goes from the storage.
@Singleton
public final class QueueForgetting {

    private final Jobs jobs;
    private final Retention retention;
    private final Clock clock;

    QueueForgetting(Jobs jobs, Retention retention, Clock clock) {
        this.jobs = jobs;
        this.retention = retention;
        this.clock = clock;
    }

    /// What stands beside the named objects of this content, after the grace.
    public void strays(UUID contentId) {
        var now = clock.instant();
        jobs.enqueue(ForgetCopies.NAME, contentId.toString(), retention.losersGo(now));
    }

    /// This object, at once.
    public void object(ObjectKey key) {
        jobs.enqueue(ForgetObject.NAME, key.value(), clock.instant());
    }

    /// All of this content, unless it is needed.
    public void all(UUID contentId) {
        jobs.enqueue(ForgetContent.NAME, contentId.toString(), clock.instant());
    }
}
