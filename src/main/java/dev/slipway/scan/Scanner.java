package dev.slipway.scan;

import java.io.InputStream;
import java.io.UncheckedIOException;

/// Looks for malware in a stream of bytes. Goes over the network, so it is never called inside
/// a database transaction; calls may run at the same time.
public interface Scanner {

    /// What the scanner says about all of these bytes, which pass through in small pieces and
    /// are never whole in memory. The caller closes the stream.
    ///
    /// A scanner that cannot be reached, keeps us waiting or answers anything else than a
    /// verdict is [ScannerUnavailable], as a refusal: nothing passes unscanned. What `bytes`
    /// itself throws while it is read reaches the caller as it is.
    ///
    /// @param what names the bytes in the log
    /// @param size how many bytes there are; a stream of another length is a failure
    /// @throws UncheckedIOException when `bytes` cannot be read to its end
    ScanVerdict scan(String what, long size, InputStream bytes);
}
