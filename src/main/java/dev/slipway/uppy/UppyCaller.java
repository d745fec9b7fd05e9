package dev.slipway.uppy;

import dev.slipway.caller.Caller;
import dev.slipway.caller.Callers;
import dev.slipway.file.FileIds;
import dev.slipway.problem.NotFound;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Who asks, and with what leave where it is not their own.
@Singleton
final class UppyCaller {

    private final Callers callers;
    private final TokenStarts starts;
    private final SecurityIdentity identity;

    UppyCaller(Callers callers, TokenStarts starts, SecurityIdentity identity) {
        this.callers = callers;
        this.starts = starts;
        this.identity = identity;
    }

    Caller current() {
        return callers.current();
    }

    /// What the token in the address permits; empty where there is none.
    Optional<UploadGrant> findGrant() {
        return TokenIdentities.findGrant(identity);
    }

    /// Who asks about an upload that has been started. With a token in the address there are no
    /// uploads but those that it has started.
    Caller about(String uploadId) {
        var grant = findGrant();
        if (grant.isPresent() && !hasStarted(grant.get(), uploadId)) {
            throw new NotFound().refusal();
        }
        return current();
    }

    private boolean hasStarted(UploadGrant grant, String uploadId) {
        return FileIds.find(uploadId).filter(id -> starts.has(grant, id)).isPresent();
    }
}
