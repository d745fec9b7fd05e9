package dev.slipway.faults;

import dev.slipway.flow.Api;
import dev.slipway.flow.Parts;
import java.util.Map;

/// A text that comes in parts: a sender that cuts them itself may bring a single small one.
final class SmallParts {

    private SmallParts() {}

    /// All of it has come, and nobody has joined it.
    static Parts bring(Api api, byte[] text) {
        var parts = begin(api, text.length);
        parts.bring(1, text);
        return parts;
    }

    /// Nothing of it has come, and the storage does not know of it.
    static Parts begin(Api api, int size) {
        return Parts.create(
                api,
                Map.of(
                        "filename",
                        "text.txt",
                        "type",
                        "text/plain",
                        "metadata",
                        Map.of("profile", "summed", "size", size)));
    }
}
