package dev.slipway.file;

import dev.slipway.job.Job;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/// Removes everything that a deleted or replaced content owns, once nothing needs it any more:
/// the original, its variants and whatever stands beside them, until nothing is left. The
/// subject is the content's id.
@Singleton
public final class ForgetContent implements Job {

    public static final String NAME = "forget-content";

    private final RemoveContent removeContent;
    private final Files files;
    private final Contents contents;
    private final Charges charges;
    private final Retention retention;
    private final Clock clock;

    ForgetContent(
            RemoveContent removeContent,
            Files files,
            Contents contents,
            Charges charges,
            Retention retention,
            Clock clock) {
        this.removeContent = removeContent;
        this.files = files;
        this.contents = contents;
        this.charges = charges;
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
        removeContent.remove(upload.get());
        var formsAreDead = retention.formsAreDead(upload.get());
        if (now.isBefore(formsAreDead)) {
            return new Outcome.Again(formsAreDead);
        }
        charges.giveBack(contentId);
        contents.purged(contentId, now);
        return new Outcome.Done();
    }
}
