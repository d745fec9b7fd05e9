package dev.slipway.file;

import dev.slipway.job.Job;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/// Removes what stands beside the objects of a content that rows name. Copies that a finish has
/// left beside the one that became the file, where a storage cannot copy on condition: tries whose
/// answer was lost, or that died. And variants that were made again since, or stored by a run that
/// failed. In mirrors, too. The subject is the upload's id.
@Singleton
public final class ForgetCopies implements Job {

    public static final String NAME = "forget-copies";

    private final Files files;
    private final RemoveStrays removeStrays;
    private final Retention retention;
    private final Clock clock;

    ForgetCopies(Files files, RemoveStrays removeStrays, Retention retention, Clock clock) {
        this.files = files;
        this.removeStrays = removeStrays;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(String subject, int attempt) {
        var upload = files.find(UUID.fromString(subject));
        return upload.isEmpty() || removeStrays.of(upload.get())
                ? new Outcome.Done()
                : new Outcome.Again(retention.losersGo(clock.instant()));
    }
}
