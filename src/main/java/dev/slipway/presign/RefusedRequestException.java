package dev.slipway.presign;

import java.io.Serial;

/// Ends the judgement of a request.
final class RefusedRequestException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final transient S3Error error;

    RefusedRequestException(S3Error error) {
        super(error.code(), null, false, false);
        this.error = error;
    }

    S3Error error() {
        return error;
    }
}
