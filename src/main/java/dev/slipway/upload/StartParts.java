package dev.slipway.upload;

import dev.slipway.caller.Caller;
import jakarta.inject.Singleton;

/// Starts an upload in parts for a sender that cuts them itself, whatever the size is and
/// whether or not it is known.
@Singleton
public final class StartParts {

    private final StartUpload startUpload;

    StartParts(StartUpload startUpload) {
        this.startUpload = startUpload;
    }

    public StartAnswer start(Caller caller, StartRequest request) {
        return startUpload.start(caller, request, Way.IN_PARTS);
    }
}
