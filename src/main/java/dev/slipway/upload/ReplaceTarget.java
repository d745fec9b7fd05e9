package dev.slipway.upload;

import dev.slipway.caller.Caller;
import dev.slipway.file.FileIds;
import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.Files;
import dev.slipway.problem.NotFound;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The file whose content a re-upload is to replace, if this caller may do so: an admin, or the
/// owner where the file's profile allows it. What that rests on cannot change while the upload
/// is on its way (the owner stays, the row has a copy of the profile), so it holds at its end.
@Singleton
final class ReplaceTarget {

    private final Files files;

    ReplaceTarget(Files files) {
        this.files = files;
    }

    /// Empty when nothing is to be replaced.
    Optional<FileRecord> find(
            Caller caller, String owner, @Nullable String id, @Nullable String profile) {
        if (id == null) {
            return Optional.empty();
        }
        var target =
                FileIds.find(id)
                        .flatMap(files::find)
                        .filter(file -> file.state() == FileState.FINISHED)
                        .filter(file -> caller.maySee(file.owner()))
                        .orElseThrow(() -> new NotFound().refusal());
        if (!caller.isAdmin() && !isOwners(target, owner)) {
            throw new ReplaceNotAllowed().refusal();
        }
        if (profile != null && !profile.equals(target.profile().name())) {
            throw new ProfileOfTarget(target.profile().name()).refusal();
        }
        return Optional.of(target);
    }

    private static boolean isOwners(FileRecord target, String owner) {
        return target.profile().ownerMayReplace() && target.owner().equals(owner);
    }
}
