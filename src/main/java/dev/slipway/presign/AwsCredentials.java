package dev.slipway.presign;

import org.jspecify.annotations.Nullable;

/// Who signs. `sessionToken` only with temporary credentials.
public record AwsCredentials(
        String accessKeyId, String secretAccessKey, @Nullable String sessionToken) {

    public AwsCredentials {
        if (accessKeyId.isEmpty() || accessKeyId.indexOf('/') >= 0) {
            throw new IllegalArgumentException("not an access key id: " + accessKeyId);
        }
    }

    /// Only the access key id: secrets stay out of logs.
    @Override
    public String toString() {
        return "AwsCredentials[" + accessKeyId + "]";
    }
}
