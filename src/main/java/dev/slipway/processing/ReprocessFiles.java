package dev.slipway.processing;

import dev.slipway.file.NewTerms;
import dev.slipway.file.Reprocessing;
import dev.slipway.file.Reprocessings;
import dev.slipway.profile.Profile;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Has the pictures of the next files of a profile made again. A file that fails does so alone: it
/// is counted and named in the report, and the others go on.
@Singleton
final class ReprocessFiles {

    private static final Logger LOG = Logger.getLogger(ReprocessFiles.class);

    private final NewTerms newTerms;
    private final ReprocessFile reprocessFile;
    private final Reprocessings reprocessings;
    private final Clock clock;

    ReprocessFiles(
            NewTerms newTerms,
            ReprocessFile reprocessFile,
            Reprocessings reprocessings,
            Clock clock) {
        this.newTerms = newTerms;
        this.reprocessFile = reprocessFile;
        this.reprocessings = reprocessings;
        this.clock = clock;
    }

    /// Whether there may be more files than these.
    boolean next(Reprocessing progress, Profile present, int most) {
        var files = newTerms.page(present.name(), progress.after(), most);
        files.forEach(file -> again(progress, file, present));
        if (files.size() == most) {
            return true;
        }
        reprocessings.finish(progress, clock.instant());
        return false;
    }

    /// Killed in between, it looks at the file once more.
    private void again(Reprocessing progress, UUID file, Profile present) {
        boolean made;
        try {
            made = reprocessFile.again(file, present);
        } catch (RuntimeException e) {
            LOG.errorf(e, "could not be reprocessed, file=%s", file);
            // fails too when it is the database that does not answer: then all of this is tried
            // again
            reprocessings.failed(progress, file);
            return;
        }
        reprocessings.looked(progress, file, made);
    }
}
