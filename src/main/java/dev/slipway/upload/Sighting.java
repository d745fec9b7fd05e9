package dev.slipway.upload;

import dev.slipway.storage.Checksums;
import dev.slipway.storage.StoredObject;

/// What finish saw in quarantine.
sealed interface Sighting {

    /// No bytes, or other ones by the time they were read.
    record Nothing() implements Sighting {}

    /// These bytes, under this ETag: what they really are, whether that agrees with the signed
    /// type, and the checksums that somebody wants to know.
    record Bytes(StoredObject object, String sniffedType, boolean typeAgrees, Checksums checksums)
            implements Sighting {}
}
