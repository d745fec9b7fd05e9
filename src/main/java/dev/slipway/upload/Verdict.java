package dev.slipway.upload;

import dev.slipway.file.Rejection;
import dev.slipway.storage.StoredObject;

/// What finish decides after looking.
sealed interface Verdict {

    /// There is nothing to judge yet.
    record Missing() implements Verdict {}

    /// These bytes become the file.
    record Accepted(StoredObject object) implements Verdict {}

    /// These bytes never become a file.
    record Rejected(Rejection reason) implements Verdict {}
}
