package dev.slipway.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.file.Idempotency;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What makes two starts the same one: the client's key, and the SHA-256 of the members that we
/// know, in one order, whatever order and spaces the client wrote them with.
@Singleton
final class IdentifyStart {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private static final JsonMapper CANONICAL =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                    .build();

    Idempotency identify(StartRequest request) {
        return new Idempotency(checked(request.idempotencyKey()), hash(request.withKey(null)));
    }

    private static @Nullable String checked(@Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw new InvalidIdempotencyKey().refusal();
        }
        return key;
    }

    private static String hash(StartRequest body) {
        try {
            var canonical = CANONICAL.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a start cannot be hashed: " + body, e);
        }
    }
}
