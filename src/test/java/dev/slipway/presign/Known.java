package dev.slipway.presign;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A storage that knows one signer.
record Known(AwsCredentials signer) implements CredentialLookup {

    @Override
    public Optional<AwsCredentials> find(String accessKeyId) {
        return Optional.of(signer).filter(s -> s.accessKeyId().equals(accessKeyId));
    }

    static List<FormField> fields(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e -> new FormField(e.getKey(), e.getValue()))
                .toList();
    }
}
