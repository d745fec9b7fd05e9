package dev.slipway.problem;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/// A member of the wrong JSON type is refused, not guessed at: `"5"` is no number and `5` no
/// name. And JSON is small: the server's own limit has to leave room for uploads to the local
/// storage.
@Singleton
final class StrictJson implements ObjectMapperCustomizer {

    /// In bytes.
    static final int LONGEST = 1 << 20;

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxDocumentLength(LONGEST).build());
        var text = mapper.coercionConfigFor(LogicalType.Textual);
        text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        var number = mapper.coercionConfigFor(LogicalType.Integer);
        number.setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        number.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        number.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        number.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }
}
