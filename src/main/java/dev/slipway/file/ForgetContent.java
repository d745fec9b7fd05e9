package dev.slipway.file;

import dev.slipway.job.Job;
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
        var neededUntil = contents.neededUntil(contentId);
        if (upload.isEmpty() || neededUntil.equals(Instant.MAX)) {
            return new Outcome.Done();
        }
        if (clock.instant().isBefore(neededUntil)) {
            return new Outcome.Again(neededUntil);
        }
        var formsAreDead = retention.formsAreDead(upload.get());
        var isLast = !clock.instant().isBefore(formsAreDead);
        contents.forget(List.of(contentId));
        removeContent.remove(upload.get());
        if (!isLast) {
            return new Outcome.Again(formsAreDead);
        }
        charges.giveBack(contentId);
        return new Outcome.Done();
    }
}
