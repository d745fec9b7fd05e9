package dev.slipway.uppy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.multipart.NamedPart;
import dev.slipway.problem.MalformedRequest;
import dev.slipway.storage.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part in S3's words.
public record UppyPart(
        @JsonProperty("PartNumber") @Nullable Integer number,
        @JsonProperty("Size") @Nullable Long size,
        @JsonProperty("ETag") @Nullable String etag) {

    /// The body of a completion.
    public record Parts(@Nullable List<@Nullable UppyPart> parts) {}

    static UppyPart of(Part part) {
        return new UppyPart(part.number(), part.size(), '"' + part.etag() + '"');
    }

    static List<NamedPart> named(@Nullable Parts body) {
        return body == null || body.parts() == null
                ? List.of()
                : body.parts().stream().map(UppyPart::named).toList();
    }

    private static NamedPart named(@Nullable UppyPart part) {
        if (part == null || part.number() == null || part.etag() == null) {
            throw new MalformedRequest("parts").refusal();
        }
        return new NamedPart(part.number(), part.etag());
    }
}
