package dev.slipway.storage.s3;

import dev.slipway.presign.AwsCredentials;
import dev.slipway.presign.PresignedRequest;
import java.time.Duration;
import java.time.Instant;

/// What something for strangers is signed with, and how long it works; in whole seconds, as S3
/// counts.
record Signing(AwsCredentials credentials, Instant signedAt, Instant expiresAt) {

    Duration lifetime() {
        return Duration.between(signedAt, expiresAt);
    }

    /// The same for a URL, which S3 lets no one sign for longer than a week.
    Signing ofUrl() {
        var longest = signedAt.plus(PresignedRequest.LONGEST);
        return expiresAt.isAfter(longest) ? new Signing(credentials, signedAt, longest) : this;
    }
}
