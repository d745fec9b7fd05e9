package dev.slipway.multipart;

import dev.slipway.file.FileRecord;
import dev.slipway.file.Files;
import dev.slipway.file.ForgetContent;
import dev.slipway.file.Rejection;
import dev.slipway.job.Jobs;
import dev.slipway.storage.Part;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;

/// Ends uploads that bring more than they may: whoever cuts the parts as it likes is stopped as
/// soon as that shows.
@Singleton
class Overflow {

    private final Files files;
    private final Jobs jobs;
    private final Clock clock;

    Overflow(Files files, Jobs jobs, Clock clock) {
        this.files = files;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// Refuses, and rejects the upload, when its parts are over the limit together.
    void refuse(FileRecord file, Collection<Part> arrived) {
        var size = arrived.stream().mapToLong(Part::size).sum();
        var limit = PartSizes.limit(file);
        if (size <= limit) {
            return;
        }
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            var now = clock.instant();
                            if (files.reject(file.id(), reason(limit, size), now)) {
                                jobs.enqueue(ForgetContent.NAME, file.id().toString(), now);
                            }
                        });
        throw new PartsTooLarge(size, limit).refusal();
    }

    static Rejection reason(long expected, long actual) {
        return new Rejection(
                "size_mismatch",
                "The parts have %d bytes together, not %d.".formatted(actual, expected),
                Map.of("expected", expected, "actual", actual));
    }
}
