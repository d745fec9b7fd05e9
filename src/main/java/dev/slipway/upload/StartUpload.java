package dev.slipway.upload;

import dev.slipway.account.Limits;
import dev.slipway.caller.Caller;
import dev.slipway.file.FileRecord;
import dev.slipway.file.Idempotency;
import dev.slipway.file.NewFile;
import dev.slipway.file.Starts;
import jakarta.inject.Singleton;

/// Records that an upload will come and permits it: no network call, one insert, and one update
/// of the owner's account. A start that is repeated answers what it answered before.
@Singleton
final class StartUpload {

    private static final int MOST_TRIES = 100;

    private final DraftUpload draftUpload;
    private final PermitUpload permitUpload;
    private final RepeatStart repeatStart;
    private final IdentifyStart identifyStart;
    private final Starts starts;
    private final Limits limits;

    StartUpload(
            DraftUpload draftUpload,
            PermitUpload permitUpload,
            RepeatStart repeatStart,
            IdentifyStart identifyStart,
            Starts starts,
            Limits limits) {
        this.draftUpload = draftUpload;
        this.permitUpload = permitUpload;
        this.repeatStart = repeatStart;
        this.identifyStart = identifyStart;
        this.starts = starts;
        this.limits = limits;
    }

    StartAnswer start(Caller caller, StartRequest request) {
        return start(caller, request, Way.FITTING);
    }

    StartAnswer start(Caller caller, StartRequest request, Way way) {
        var owner = Owners.of(caller, request.owner());
        var allowance = limits.admit(caller, owner);
        var identity = identifyStart.identify(request);
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            var repeated = repeatStart.find(owner, request, identity);
            if (repeated.isPresent()) {
                return repeated.get();
            }
            var file = draftUpload.draft(caller, owner, request, identity, way);
            // signed first: a row is not left behind when there is nothing to sign with
            var answer = permit(file, way);
            if (starts.insert(file, allowance)) {
                return answer;
            }
        }
        throw new IllegalStateException("the key of a start is taken, and then nobody has it");
    }

    private StartAnswer permit(NewFile file, Way way) {
        return way == Way.BY_PUT
                ? permitUpload.permitPut(file.pending(), file.expiresAt())
                : permitUpload.permit(file.pending(), file.expiresAt());
    }

    /// A pending row for bytes that come through the server.
    FileRecord record(Caller caller, StartRequest request) {
        var owner = Owners.of(caller, request.owner());
        var allowance = limits.admit(caller, owner);
        var file = draftUpload.draft(caller, owner, request, Idempotency.NONE, Way.THROUGH_US);
        starts.insert(file, allowance);
        return file.pending();
    }
}
