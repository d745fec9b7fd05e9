package dev.slipway.multipart;

import dev.slipway.storage.Part;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// A part as its sender names it. Clients write ETags with and without quotes, even mixed.
public record NamedPart(int number, String etag) {

    public NamedPart {
        etag = etag.replace("\"", "");
    }

    /// Those that have arrived, in the order of their numbers.
    static List<Part> among(Collection<Part> arrived, Collection<NamedPart> named) {
        var wanted =
                named.stream()
                        .collect(Collectors.toMap(NamedPart::number, NamedPart::etag, (a, b) -> b));
        return arrived.stream()
                .filter(part -> part.etag().equals(wanted.get(part.number())))
                .toList();
    }
}
