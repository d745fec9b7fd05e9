package dev.slipway.presign;

import java.util.Optional;

/// The credentials of an access key id, or empty when nobody has it.
@FunctionalInterface
public interface CredentialLookup {

    Optional<AwsCredentials> find(String accessKeyId);
}
