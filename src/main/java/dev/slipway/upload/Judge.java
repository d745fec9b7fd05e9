package dev.slipway.upload;

import dev.slipway.file.FileRecord;
import dev.slipway.file.Rejection;
import java.util.Optional;

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
                            .or(() -> checksum(file, bytes))
                            .orElseGet(() -> new Verdict.Accepted(bytes.object()));
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

    private static Optional<Verdict> checksum(FileRecord file, Sighting.Bytes bytes) {
        var declared = file.checksumSha256();
        return declared == null || declared.equals(bytes.sha256())
                ? Optional.empty()
                : rejected(Rejections.checksumMismatch(declared, bytes.sha256()));
    }

    private static Optional<Verdict> rejected(Rejection reason) {
        return Optional.of(new Verdict.Rejected(reason));
    }
}
