package dev.slipway.lifecycle;

import dev.slipway.file.Claims;
import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.problem.NotFound;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Ties a finished file to a record of the application. The same again changes nothing.
@Singleton
final class ClaimFile {

    private static final int LONGEST = 255;

    private final FindFile findFile;
    private final Claims claims;

    ClaimFile(FindFile findFile, Claims claims) {
        this.findFile = findFile;
        this.claims = claims;
    }

    FileRecord claim(String id, @Nullable String reference) {
        if (reference == null
                || reference.isBlank()
                || reference.length() > LONGEST
                || !Texts.canBeKept(reference)) {
            throw new InvalidReference(LONGEST).refusal();
        }
        return switch (claims.claim(findFile.byId(id).id(), reference)) {
            case Claims.Claim.Held(var file) -> file;
            case Claims.Claim.Taken() -> throw new AlreadyClaimed().refusal();
            case Claims.Claim.NoFile(var state) ->
                    throw state == FileState.DELETED
                            ? new NotFound().refusal()
                            : new NotFinished(state).refusal();
        };
    }
}
