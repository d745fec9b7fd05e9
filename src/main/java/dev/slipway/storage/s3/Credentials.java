package dev.slipway.storage.s3;

import java.util.concurrent.CompletionException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.services.s3.S3Client;

/// What a client signs with. Its provider keeps the credentials, and renews temporary ones in
/// time.
record Credentials(IdentityProvider<? extends AwsCredentialsIdentity> provider) {

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

    AwsCredentialsIdentity current() {
        return Calls.make("the request for credentials", this::resolve);
    }

    private AwsCredentialsIdentity resolve() {
        try {
            return provider.resolveIdentity().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
