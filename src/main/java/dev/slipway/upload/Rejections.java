package dev.slipway.upload;

import dev.slipway.file.Rejection;
import dev.slipway.profile.Profile;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The reasons why uploaded bytes do not become a file, on one screen. All of them are final.
final class Rejections {

    static final String TARGET_DELETED = "target_deleted";

    private Rejections() {}

    static Rejection emptyFile() {
        return new Rejection("empty_file", "The uploaded file is empty.", Map.of());
    }

    static Rejection sizeMismatch(long expected, long actual) {
        return new Rejection(
                "size_mismatch",
                "The uploaded file has %d bytes, not %d.".formatted(actual, expected),
                Map.of("expected", expected, "actual", actual));
    }

    static Rejection typeMismatch(String expected, String actual) {
        return new Rejection(
                "type_mismatch",
                "The content of the uploaded file is %s, not %s.".formatted(actual, expected),
                Map.of("expected", expected, "actual", actual));
    }

    static Rejection typeNotAllowed(String type, Profile profile) {
        var refusal = new TypeNotAllowed(type, profile.types(), profile.name());
        return new Rejection(
                refusal.code(),
                refusal.detail(),
                Map.of("file_type", type, "allowed", profile.types(), "profile", profile.name()));
    }

    static Rejection checksumMismatch(String algorithm, String expected, @Nullable String actual) {
        return new Rejection(
                "checksum_mismatch",
                "The " + algorithm + " of the uploaded file is not the declared one.",
                Map.of("expected", expected, "actual", String.valueOf(actual)));
    }

    static Rejection infected(String signature) {
        return new Rejection(
                "infected",
                "The malware scanner found %s in the uploaded file.".formatted(signature),
                Map.of("signature", signature));
    }

    static Rejection targetDeleted() {
        return new Rejection(TARGET_DELETED, new TargetDeleted().detail(), Map.of());
    }
}
