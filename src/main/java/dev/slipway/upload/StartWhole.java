package dev.slipway.upload;

import dev.slipway.caller.Caller;
import jakarta.inject.Singleton;

/// Starts an upload for a sender that knows no parts, whatever its size is.
@Singleton
public final class StartWhole {

    private final StartUpload startUpload;

    StartWhole(StartUpload startUpload) {
        this.startUpload = startUpload;
    }

    /// By a form or by PUT, as the storage wants it.
    public StartAnswer start(Caller caller, StartRequest request) {
        return startUpload.start(caller, request, Way.WHOLE);
    }

    /// By PUT, of exactly the declared size, also where the storage prefers forms.
    public StartAnswer startPut(Caller caller, StartRequest request) {
        return startUpload.start(caller, request, Way.BY_PUT);
    }
}
