package dev.slipway.upload;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Several starts at once. They are read one by one: a malformed one is no harm to the others.
public record BatchRequest(
        @Schema(
                        type = SchemaType.ARRAY,
                        implementation = StartRequest.class,
                        description = "Bodies of start, at most 100.")
                @Nullable List<@Nullable JsonNode> files) {}
