package dev.slipway.upload;

import dev.slipway.file.FileRecord;
import dev.slipway.file.Rejection;
import dev.slipway.storage.Checksums;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides whether what arrived is what was signed: a pure function of the row and the
/// sighting.
final class Judge {

    private Judge() {}

    static Verdict judge(FileRecord file, Sighting sighting) {
        return switch (sighting) {
            case Sighting.Nothing() -> new Verdict.Missing();
            case Sighting.Bytes bytes ->
                    Optional.<Verdict>empty()
                            .or(() -> size(file, bytes.object().size()))
                            .or(() -> type(file, bytes))
                            .or(() -> checksums(file.checksums(), bytes.checksums()))
                            .orElseGet(() -> new Verdict.Accepted(bytes));
        };
    }

    private static Optional<Verdict> size(FileRecord file, long actual) {
        if (actual == 0) {
            return rejected(Rejections.emptyFile());
        }
        var signed = file.signedSize();
        if (signed != null && signed != actual) {
            return rejected(Rejections.sizeMismatch(signed, actual));
        }
        return actual > file.profile().maxSize()
                ? rejected(Rejections.sizeMismatch(file.profile().maxSize(), actual))
                : Optional.empty();
    }

    private static Optional<Verdict> type(FileRecord file, Sighting.Bytes bytes) {
        if (!bytes.typeAgrees()) {
            return rejected(Rejections.typeMismatch(file.fileType(), bytes.sniffedType()));
        }
        return file.profile().allows(file.fileType())
                ? Optional.empty()
                : rejected(Rejections.typeNotAllowed(file.fileType(), file.profile()));
    }

    private static Optional<Verdict> checksums(Checksums declared, Checksums actual) {
        return checksum("SHA-256", declared.sha256(), actual.sha256())
                .or(() -> checksum("MD5", declared.md5(), actual.md5()))
                .or(() -> checksum("CRC-32C", declared.crc32c(), actual.crc32c()));
    }

    private static Optional<Verdict> checksum(
            String algorithm, @Nullable String declared, @Nullable String actual) {
        return declared == null || declared.equals(actual)
                ? Optional.empty()
                : rejected(Rejections.checksumMismatch(algorithm, declared, actual));
    }

    private static Optional<Verdict> rejected(Rejection reason) {
        return Optional.of(new Verdict.Rejected(reason));
    }
}
