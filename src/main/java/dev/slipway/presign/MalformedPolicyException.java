package dev.slipway.presign;

import java.io.Serial;

/// A text that is no POST policy; the message says why, in S3's words where they are known.
public final class MalformedPolicyException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    MalformedPolicyException(String message) {
        super(message, null, false, false);
    }
}
