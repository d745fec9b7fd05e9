package dev.slipway.scan;

import java.io.IOException;

/// How one kind of scanner is asked. It runs in a thread of its own, which is interrupted when
/// the scanner keeps us waiting too long: every call in it must end with that.
interface ScanProtocol {

    /// Asks for the verdict on these bytes.
    ///
    /// @throws IOException when the scanner gives no verdict; the message says what it did
    ///     instead
    ScanVerdict ask(Suspect suspect) throws IOException, InterruptedException;
}
