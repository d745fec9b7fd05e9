package dev.slipway.file;

import dev.slipway.job.Job;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/// Removes one object that no row names: a quarantined one after its upload has ended, or a
/// promoted one that lost a race. A quarantine key is looked at again once its forms are dead.
@Singleton
public final class ForgetObject implements Job {

    public static final String NAME = "forget-object";

    private final ObjectStore store;
    private final Files files;
    private final Contents contents;
    private final Retention retention;
    private final Clock clock;

    ForgetObject(
            ObjectStore store, Files files, Contents contents, Retention retention, Clock clock) {
        this.store = store;
        this.files = files;
        this.contents = contents;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(String subject, int attempt) {
        var key = new ObjectKey(subject);
        var upload = Keys.findUpload(subject).flatMap(files::find);
        if (contents.areNaming(key) || upload.filter(ForgetObject::isPending).isPresent()) {
            return new Outcome.Done();
        }
        store.delete(List.of(key));
        return upload.map(retention::formsAreDead)
                .filter(clock.instant()::isBefore)
                .<Outcome>map(Outcome.Again::new)
                .orElseGet(Outcome.Done::new);
    }

    private static boolean isPending(FileRecord upload) {
        return upload.state() == FileState.PENDING;
    }
}
