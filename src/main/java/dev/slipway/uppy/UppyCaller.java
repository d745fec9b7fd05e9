package dev.slipway.uppy;

import dev.slipway.caller.Caller;
import dev.slipway.caller.Callers;
import dev.slipway.file.FileIds;
import dev.slipway.file.Files;
import dev.slipway.problem.NotFound;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;

/// Who asks about an upload that has been started.
@Singleton
final class UppyCaller {

    private final Callers callers;
    private final Files files;
    private final SecurityIdentity identity;

    UppyCaller(Callers callers, Files files, SecurityIdentity identity) {
        this.callers = callers;
        this.files = files;
        this.identity = identity;
    }

    /// With a token in the address there are no uploads but those of its profile.
    Caller about(String uploadId) {
        TokenIdentities.findGrant(identity)
                .filter(grant -> !isOf(grant.profile(), uploadId))
                .ifPresent(
                        _ -> {
                            throw new NotFound().refusal();
                        });
        return callers.current();
    }

    private boolean isOf(String profile, String uploadId) {
        return FileIds.find(uploadId)
                .flatMap(files::find)
                .filter(upload -> upload.profile().name().equals(profile))
                .isPresent();
    }
}
