package dev.slipway.ops;

import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;

/// Reads private keys as the `keys` command writes them: PKCS #8 in PEM.
final class PrivateKeys {

    private PrivateKeys() {}

    static PrivateKey read(Path file) throws IOException {
        try {
            return KeyUtils.decodePrivateKey(Files.readString(file));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw notAKey(file, e);
        }
    }

    private static FileSystemException notAKey(Path file, Exception cause) {
        var failure =
                new FileSystemException(file.toString(), null, "not the PEM of a private key");
        failure.initCause(cause);
        return failure;
    }
}
