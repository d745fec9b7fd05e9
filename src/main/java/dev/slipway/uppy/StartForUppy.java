package dev.slipway.uppy;

import dev.slipway.caller.Caller;
import dev.slipway.caller.Callers;
import dev.slipway.upload.StartAnswer;
import dev.slipway.upload.StartParts;
import dev.slipway.upload.StartRequest;
import dev.slipway.upload.StartWhole;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Starts what Uppy brings, as far as the token in the address goes, where there is one.
@Singleton
final class StartForUppy {

    private final StartWhole startWhole;
    private final StartParts startParts;
    private final UploadTokens tokens;
    private final Callers callers;
    private final SecurityIdentity identity;

    StartForUppy(
            StartWhole startWhole,
            StartParts startParts,
            UploadTokens tokens,
            Callers callers,
            SecurityIdentity identity) {
        this.startWhole = startWhole;
        this.startParts = startParts;
        this.tokens = tokens;
        this.callers = callers;
        this.identity = identity;
    }

    StartAnswer whole(UppyUpload upload) {
        return start(upload, startWhole::start);
    }

    StartAnswer inParts(@Nullable UppyUpload upload) {
        return start(upload, startParts::start);
    }

    private StartAnswer start(
            @Nullable UppyUpload upload, BiFunction<Caller, StartRequest, StartAnswer> verb) {
        return TokenIdentities.findGrant(identity)
                .map(grant -> start(upload, grant, verb))
                .orElseGet(() -> verb.apply(callers.current(), UppyUpload.request(upload)));
    }

    /// The count goes first: of starts at once never more than permitted come through.
    private StartAnswer start(
            @Nullable UppyUpload upload,
            UploadGrant grant,
            BiFunction<Caller, StartRequest, StartAnswer> verb) {
        var request = UppyUpload.request(upload, grant.profile());
        if (!tokens.take(grant)) {
            throw new TokenUsedUp(grant.maxFiles()).refusal();
        }
        try {
            return verb.apply(grant.starter(), request);
        } catch (RuntimeException e) {
            tokens.giveBack(grant);
            throw e;
        }
    }
}
