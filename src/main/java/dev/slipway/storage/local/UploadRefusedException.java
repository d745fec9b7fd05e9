package dev.slipway.storage.local;

import dev.slipway.presign.S3Error;
import java.io.Serial;

/// Carries a refusal out of the upload leg. It has no stack trace: it is an answer, not a bug.
final class UploadRefusedException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final transient S3Error error;

    UploadRefusedException(S3Error error) {
        super(error.code() + ": " + error.message(), null, false, false);
        this.error = error;
    }

    UploadRefusedException(String code, int status, String message) {
        this(new S3Error(code, status, message));
    }

    S3Error error() {
        return error;
    }
}
