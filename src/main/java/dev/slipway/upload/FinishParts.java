package dev.slipway.upload;

import dev.slipway.caller.Caller;
import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.Files;
import dev.slipway.multipart.FindParted;
import dev.slipway.multipart.JoinParts;
import dev.slipway.multipart.NamedPart;
import dev.slipway.problem.NotFound;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finishes an upload in parts, which its sender says are complete.
@Singleton
public final class FinishParts {

    private final FindParted findParted;
    private final JoinParts joinParts;
    private final RecordUpload recordUpload;
    private final FinishWithinBudget finishWithinBudget;
    private final Files files;

    FinishParts(
            FindParted findParted,
            JoinParts joinParts,
            RecordUpload recordUpload,
            FinishWithinBudget finishWithinBudget,
            Files files) {
        this.findParted = findParted;
        this.joinParts = joinParts;
        this.recordUpload = recordUpload;
        this.finishWithinBudget = finishWithinBudget;
        this.files = files;
    }

    /// `named` are the parts in the sender's list.
    public FileRecord finish(
            Caller caller, String id, @Nullable String key, List<NamedPart> named) {
        var file = findParted.any(caller, id, key);
        if (file.state() == FileState.PENDING && !named.isEmpty()) {
            check(file, named);
        }
        var finished = finishWithinBudget.finish(files.find(file.id()).orElse(file));
        if (!caller.maySee(finished.owner())) {
            throw new NotFound().refusal();
        }
        return finished;
    }

    /// Where the size is known the finish joins the parts itself, within its budget.
    private void check(FileRecord file, List<NamedPart> named) {
        if (file.signedSize() == null) {
            join(file, named);
        } else if (!joinParts.areThere(file, named)) {
            throw new PartsMissing().refusal();
        }
    }

    private void join(FileRecord file, List<NamedPart> named) {
        switch (joinParts.join(file, named)) {
            case JoinParts.Outcome.Joined() -> {
                // to be verified like any other object
            }
            case JoinParts.Outcome.Incomplete() -> throw new PartsMissing().refusal();
            case JoinParts.Outcome.Refused(var reason) -> recordUpload.rejected(file, reason);
        }
    }
}
