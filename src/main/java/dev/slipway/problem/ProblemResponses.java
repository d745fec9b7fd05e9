package dev.slipway.problem;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// Tells in the OpenAPI document how every call refuses: with a problem document. The upload
/// leg and `/media` speak S3's XML instead, and what stands under `/uppy` Companion's JSON: they
/// say so themselves.
public final class ProblemResponses implements OASFilter {

    private static final String NAME = "Problem";
    private static final String DEFAULT = "default";

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getSecurity() != null
                && !operation.getSecurity().isEmpty()
                && !operation.getResponses().hasAPIResponse(DEFAULT)) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            DEFAULT,
                            OASFactory.createAPIResponse()
                                    .description("A refusal; `code` says which.")
                                    .content(
                                            OASFactory.createContent()
                                                    .addMediaType(
                                                            ProblemDocument.MEDIA_TYPE,
                                                            OASFactory.createMediaType()
                                                                    .schema(reference()))));
        }
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(NAME, schema());
    }

    private static Schema reference() {
        return OASFactory.createSchema().ref("#/components/schemas/" + NAME);
    }

    private static Schema schema() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description(
                        "RFC 9457, with a stable `code` and the figures that explain the refusal;"
                                + " /docs/problems.md lists them all.")
                .properties(
                        Map.of(
                                "type", text(),
                                "title", text(),
                                "status",
                                        OASFactory.createSchema()
                                                .addType(Schema.SchemaType.INTEGER),
                                "detail", text(),
                                "code", text()));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
