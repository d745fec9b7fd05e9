package dev.slipway.storage.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// What the local storage signs with. Each purpose has a key of its own, derived with HKDF (RFC
/// 5869), so that a signature of one kind can never pass for another.
record LocalSecret(String value) {

    private static final int LENGTH = 32;

    LocalSecret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("the secret of the local storage is empty");
        }
    }

    /// The secret kept in `file`; when there is none yet, a new random one. Of several
    /// processes that start at once, one decides.
    static LocalSecret in(Path file) throws IOException {
        if (Files.notExists(file)) {
            create(file);
        }
        return new LocalSecret(Files.readString(file).strip());
    }

    private static void create(Path file) throws IOException {
        var random = new byte[LENGTH];
        new SecureRandom().nextBytes(random);
        var draft = file.resolveSibling("secret-" + UUID.randomUUID());
        Files.createFile(draft, ownerOnly());
        try {
            Files.writeString(draft, HexFormat.of().formatHex(random));
            publish(draft, file);
        } catch (FileAlreadyExistsException e) {
            // Another process was faster.
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// By a link where there are links: it appears complete and never replaces.
    private static void publish(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            // not every file system has links
            Files.move(draft, file);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[] {};
    }

    byte[] keyFor(String purpose) {
        try {
            var parameters =
                    HKDFParameterSpec.ofExtract()
                            .addIKM(value.getBytes(StandardCharsets.UTF_8))
                            .thenExpand(
                                    ("slipway " + purpose).getBytes(StandardCharsets.UTF_8),
                                    LENGTH);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HKDF-SHA256", e);
        }
    }

    /// Not the secret: it stays out of logs.
    @Override
    public String toString() {
        return "LocalSecret[]";
    }
}
