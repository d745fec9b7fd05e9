package dev.slipway.lifecycle;

import dev.slipway.file.FileRecord;
import dev.slipway.file.LegalHolds;
import dev.slipway.problem.MalformedRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Puts a file under a legal hold, or lifts it. The same again changes nothing.
@Singleton
final class HoldFile {

    private final FindFile findFile;
    private final LegalHolds holds;

    HoldFile(FindFile findFile, LegalHolds holds) {
        this.findFile = findFile;
        this.holds = holds;
    }

    FileRecord hold(String id, @Nullable Boolean on) {
        if (on == null) {
            throw new MalformedRequest("on").refusal();
        }
        var file = findFile.byId(id);
        return holds.set(file.id(), on)
                .orElseThrow(() -> new NotFinished(findFile.byId(id).state()).refusal());
    }
}
