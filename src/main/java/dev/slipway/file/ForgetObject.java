package dev.slipway.file;

import dev.slipway.job.Job;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.Storages;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/// Removes one object that no row names: a quarantined one after its upload has ended, with the
/// parts that were to become it, or a promoted one that lost a race. A quarantine key is looked
/// at again once its forms are dead.
@Singleton
public final class ForgetObject implements Job {

    public static final String NAME = "forget-object";

    private final Storages storages;
    private final RemoveParts removeParts;
    private final Files files;
    private final Contents contents;
    private final Retention retention;
    private final Clock clock;

    ForgetObject(
            Storages storages,
            RemoveParts removeParts,
            Files files,
            Contents contents,
            Retention retention,
            Clock clock) {
        this.storages = storages;
        this.removeParts = removeParts;
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
        var upload = Keys.findContent(subject).flatMap(files::find);
        var quarantined = Keys.findUpload(subject).isPresent();
        if (upload.isEmpty()
                || contents.areNaming(key)
                || (quarantined && upload.get().state().isOpen())) {
            return new Outcome.Done();
        }
        storages.named(upload.get().storage()).delete(List.of(key));
        if (quarantined) {
            removeParts.remove(upload.get());
        }
        return upload.filter(file -> quarantined)
                .map(retention::formsAreDead)
                .filter(clock.instant()::isBefore)
                .<Outcome>map(Outcome.Again::new)
                .orElseGet(Outcome.Done::new);
    }
}
