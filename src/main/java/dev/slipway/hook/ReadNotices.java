package dev.slipway.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.slipway.problem.MalformedRequest;
import jakarta.inject.Singleton;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads what senders of S3 events post, each in a shape of its own:
///
/// - S3's `Records`; Ceph and MinIO send them too, MinIO with event names that begin with `s3:`.
///   Their keys are form-encoded ("Event message structure" in the S3 user guide)
/// - an event of EventBridge, whose key is plain ("EventBridge event message structure")
/// - the envelope of SNS around either, and its question whether a subscription is wanted
///   ("Parsing Amazon SNS message formats")
///
/// Everything else that is JSON is some other notice, S3's test event for one.
@Singleton
final class ReadNotices {

    private final ObjectReader json;

    ReadNotices(ObjectMapper json) {
        this.json = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    List<Notice> read(InputStream body) throws IOException {
        var message = message(body);
        return switch (message.path("Type").asText()) {
            case "Notification" -> events(enveloped(message.path("Message").asText()));
            case "SubscriptionConfirmation" ->
                    List.of(new Notice.Subscription(message.path("SubscribeURL").asText()));
            default -> events(message);
        };
    }

    private JsonNode message(InputStream body) throws IOException {
        try {
            var message = json.readTree(body);
            if (!message.isMissingNode()) {
                return message;
            }
        } catch (CharConversionException notEvenText) {
            throw new MalformedRequest(null).refusal();
        }
        throw new MalformedRequest(null).refusal();
    }

    /// A topic may carry other messages than ours, plain text for one.
    private JsonNode enveloped(String message) {
        try {
            return json.readTree(message);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static List<Notice> events(JsonNode message) {
        var records = message.path("Records");
        return records.isArray()
                ? records.valueStream().map(ReadNotices::ofRecord).toList()
                : List.of(ofEventBridge(message));
    }

    private static Notice ofRecord(JsonNode event) {
        var name = event.path("eventName").asText();
        if (!name.startsWith("ObjectCreated:") && !name.startsWith("s3:ObjectCreated:")) {
            return new Notice.Other();
        }
        var object = event.path("s3");
        try {
            return new Notice.Created(
                    bucket(object), URLDecoder.decode(key(object), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return new Notice.Other();
        }
    }

    private static Notice ofEventBridge(JsonNode event) {
        var isCreation =
                event.path("source").asText().equals("aws.s3")
                        && event.path("detail-type").asText().equals("Object Created");
        var object = event.path("detail");
        return isCreation ? new Notice.Created(bucket(object), key(object)) : new Notice.Other();
    }

    private static String bucket(JsonNode object) {
        return object.path("bucket").path("name").asText();
    }

    private static String key(JsonNode object) {
        return object.path("object").path("key").asText();
    }
}
