package dev.slipway.file;

import dev.slipway.job.Job;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.Storages;
import dev.slipway.storage.StoredObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Removes everything that a deleted or replaced content owns, once nothing needs it any more:
/// the original, its variants and whatever stands beside them, until nothing is left. The
/// subject is the content's id.
@Singleton
public final class ForgetContent implements Job {

    public static final String NAME = "forget-content";

    private final Storages storages;
    private final Files files;
    private final Contents contents;
    private final Retention retention;
    private final Clock clock;

    ForgetContent(
            Storages storages, Files files, Contents contents, Retention retention, Clock clock) {
        this.storages = storages;
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
        var contentId = UUID.fromString(subject);
        var upload = files.find(contentId);
        var now = clock.instant();
        var neededUntil = contents.release(contentId, now);
        if (upload.isEmpty() || neededUntil.equals(Instant.MAX)) {
            return new Outcome.Done();
        }
        if (now.isBefore(neededUntil)) {
            return new Outcome.Again(neededUntil);
        }
        var store = storages.named(upload.get().storage());
        removeAll(store, Keys.contentPrefix(upload.get().profile().visibility(), contentId));
        store.delete(List.of(Keys.incoming(contentId)));
        var formsAreDead = retention.formsAreDead(upload.get());
        if (now.isBefore(formsAreDead)) {
            return new Outcome.Again(formsAreDead);
        }
        contents.purged(contentId, now);
        return new Outcome.Done();
    }

    private static void removeAll(ObjectStore store, String prefix) {
        ObjectKey after = null;
        boolean more;
        do {
            var page = store.list(prefix, after);
            store.delete(page.objects().stream().map(StoredObject::key).toList());
            after = page.objects().isEmpty() ? null : page.objects().getLast().key();
            more = page.more();
        } while (more);
    }
}
