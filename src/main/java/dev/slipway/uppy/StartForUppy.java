package dev.slipway.uppy;

import dev.slipway.caller.Caller;
import dev.slipway.upload.StartAnswer;
import dev.slipway.upload.StartParts;
import dev.slipway.upload.StartRequest;
import dev.slipway.upload.StartWhole;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Starts what Uppy brings, as far as the token in the address goes, where there is one.
@Singleton
final class StartForUppy {

    private final StartWhole startWhole;
    private final StartParts startParts;
    private final UploadTokens tokens;
    private final UppyCaller caller;

    StartForUppy(
            StartWhole startWhole, StartParts startParts, UploadTokens tokens, UppyCaller caller) {
        this.startWhole = startWhole;
        this.startParts = startParts;
        this.tokens = tokens;
        this.caller = caller;
    }

    StartAnswer whole(UppyUpload upload) {
        return start(upload, startWhole::start);
    }

    StartAnswer inParts(@Nullable UppyUpload upload) {
        return start(upload, startParts::start);
    }

    private StartAnswer start(
            @Nullable UppyUpload upload, BiFunction<Caller, StartRequest, StartAnswer> verb) {
        return caller.findGrant()
                .map(grant -> start(upload, grant, verb))
                .orElseGet(() -> verb.apply(caller.current(), UppyUpload.request(upload)));
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
            return TokenStarts.with(grant, () -> verb.apply(grant.starter(), request));
        } catch (RuntimeException e) {
            tokens.giveBack(grant);
            throw e;
        }
    }
}
