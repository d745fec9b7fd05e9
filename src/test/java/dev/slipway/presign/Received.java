package dev.slipway.presign;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes requests as a server sees them.
final class Received {

    private Received() {}

    /// A client that takes the address as it stands.
    static ReceivedRequest of(String method, URI url, Map<String, String> headers) {
        var lists = new HashMap<String, List<String>>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return new ReceivedRequest(
                method, url.getRawAuthority(), url.getRawPath(), url.getRawQuery(), lists);
    }
}
