package dev.slipway.storage.s3;

import dev.slipway.presign.AwsCredentials;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.services.s3.S3Client;

/// What a client signs with. Its provider keeps the credentials, and renews temporary ones in
/// time.
record Credentials(IdentityProvider<? extends AwsCredentialsIdentity> provider) {

    /// What is signed with temporary credentials dies with them: so much earlier we say so.
    private static final Duration MARGIN = Duration.ofMinutes(1);

    /// @throws MissingS3Setting when there are none
    static Credentials of(S3Client client) {
        var credentials =
                new Credentials(client.serviceClientConfiguration().credentialsProvider());
        try {
            credentials.resolve();
            return credentials;
        } catch (SdkClientException e) {
            throw MissingS3Setting.credentials(e);
        }
    }

    /// For something that is to work until `end`, or until shortly before the credentials end.
    Signing sign(Instant signedAt, Instant end) {
        var identity = Calls.make("the request for credentials", this::resolve);
        var start = signedAt.truncatedTo(ChronoUnit.SECONDS);
        var expiresAt =
                identity.expirationTime()
                        .map(expiration -> expiration.minus(MARGIN))
                        .filter(end::isAfter)
                        .orElse(end)
                        .truncatedTo(ChronoUnit.SECONDS);
        if (expiresAt.isBefore(end.truncatedTo(ChronoUnit.SECONDS)) && !expiresAt.isAfter(start)) {
            throw Calls.unavailable(
                    "the request for credentials",
                    new IllegalStateException(
                            "they end at " + identity.expirationTime().orElse(expiresAt)));
        }
        return new Signing(credentials(identity), start, expiresAt);
    }

    private static AwsCredentials credentials(AwsCredentialsIdentity identity) {
        var token =
                identity instanceof AwsSessionCredentialsIdentity session
                        ? session.sessionToken()
                        : null;
        return new AwsCredentials(identity.accessKeyId(), identity.secretAccessKey(), token);
    }

    private AwsCredentialsIdentity resolve() {
        try {
            return provider.resolveIdentity().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
