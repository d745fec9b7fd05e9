package dev.slipway.upload;

import dev.slipway.storage.StoredObject;
import org.jspecify.annotations.Nullable;

/// What finish saw in quarantine.
sealed interface Sighting {

    /// No bytes, or other ones by the time they were read.
    record Nothing() implements Sighting {}

    /// These bytes, under this ETag: what they really are, whether that agrees with the signed
    /// type, and their SHA-256 where one was declared.
    record Bytes(
            StoredObject object, String sniffedType, boolean typeAgrees, @Nullable String sha256)
            implements Sighting {}
}
