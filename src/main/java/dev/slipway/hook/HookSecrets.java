package dev.slipway.hook;

import dev.slipway.problem.HttpProblem;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets in who knows one of the secrets. Hashes are compared, in a time that depends neither on
/// where they differ nor on how long the secrets are.
@Startup
@Singleton
final class HookSecrets {

    private static final int MOST = 2;

    private final List<byte[]> hashes;

    @Inject
    HookSecrets(HookConfig config) {
        this(config.secrets().orElse(List.of()));
    }

    HookSecrets(List<String> secrets) {
        if (secrets.size() > MOST || secrets.stream().anyMatch(String::isBlank)) {
            throw new IllegalStateException(
                    "slipway.hooks.storage.secrets takes one secret, or two while one replaces"
                            + " the other, and none of them may be blank.");
        }
        this.hashes = secrets.stream().map(HookSecrets::hash).toList();
    }

    /// Refuses who does not know a secret; without any secret there is nothing at this address.
    void require(@Nullable String authorization) {
        if (hashes.isEmpty()) {
            throw HttpProblem.of(404).refusal();
        }
        if (!GivenSecret.find(authorization).map(this::isKnown).orElse(false)) {
            throw new HookSecretRequired().refusal();
        }
    }

    private boolean isKnown(String given) {
        var hash = hash(given);
        var known = false;
        for (var each : hashes) {
            known |= MessageDigest.isEqual(each, hash);
        }
        return known;
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
