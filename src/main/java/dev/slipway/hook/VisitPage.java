package dev.slipway.hook;

import java.io.IOException;
import java.net.URI;

/// Asks for a page of somebody else's.
interface VisitPage {

    /// The status that it answers with; what it says is not read, nor is a redirection followed.
    ///
    /// @throws IOException when it does not answer in time
    int visit(URI address) throws IOException;
}
