package dev.slipway.upload;

import dev.slipway.file.Rejection;

/// What finish decides after looking.
sealed interface Verdict {

    /// There is nothing to judge yet.
    record Missing() implements Verdict {}

    /// These bytes become the file.
    record Accepted(Sighting.Bytes bytes) implements Verdict {}

    /// These bytes never become a file.
    record Rejected(Rejection reason) implements Verdict {}
}
