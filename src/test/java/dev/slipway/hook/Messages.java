package dev.slipway.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What senders of storage events post, in their own words.
final class Messages {

    static final String TEST_EVENT =
            """
            {"Service": "Amazon S3", "Event": "s3:TestEvent", "Time": "2026-02-03T04:05:06.007Z",
             "Bucket": "photos", "RequestId": "5582815E1AEA5ADF", "HostId": "8cLeGAmw098X5cv4"}
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Messages() {}

    /// S3's own, for objects that a form brought; its figures are all wrong.
    static String s3(String bucket, String... keys) {
        return records("aws:s3", "ObjectCreated:Post", bucket, keys);
    }

    static String records(String source, String event, String bucket, String... keys) {
        return Stream.of(keys)
                .map(key -> URLEncoder.encode(key, StandardCharsets.UTF_8))
                .map(key -> key.replace("%2F", "/"))
                .map(key -> ofRecord(source, event, bucket, key))
                .collect(Collectors.joining(",", "{\"Records\": [", "]}"));
    }

    static String ofRecord(String source, String event, String bucket, String encodedKey) {
        return """
        {"eventVersion": "2.1", "eventSource": "%s", "awsRegion": "eu-central-1",
         "eventTime": "2026-02-03T04:05:06.007Z", "eventName": "%s",
         "userIdentity": {"principalId": "somebody"},
         "requestParameters": {"sourceIPAddress": "192.0.2.1"},
         "s3": {"s3SchemaVersion": "1.0", "configurationId": "uploads",
           "bucket": {"name": "%s", "arn": "arn:aws:s3:::%3$s"},
           "object": {"key": "%s", "size": 987654321, "eTag": "0", "sequencer": "00"}}}
        """
                .formatted(source, event, bucket, encodedKey);
    }

    static String minio(String bucket, String key) {
        return """
        {"EventName": "s3:ObjectCreated:Post", "Key": "%s/%s", %s
        """
                .formatted(
                        bucket,
                        key,
                        records("minio:s3", "s3:ObjectCreated:Post", bucket, key).substring(1));
    }

    static String eventBridge(String bucket, String key) {
        return """
        {"version": "0", "id": "17793124-05d4-b198-2fde-7ededc63b103",
         "detail-type": "Object Created", "source": "aws.s3", "account": "111122223333",
         "time": "2026-02-03T04:05:06Z", "region": "eu-central-1",
         "resources": ["arn:aws:s3:::%1$s"],
         "detail": {"version": "0", "bucket": {"name": "%1$s"},
           "object": {"key": "%2$s", "size": 987654321, "etag": "0", "sequencer": "00"},
           "request-id": "N4N7GDK58NMKJ12R", "requester": "123456789012",
           "source-ip-address": "192.0.2.1", "reason": "PostObject"}}
        """
                .formatted(bucket, key);
    }

    static String sns(String message) {
        return write(
                Map.of(
                        "Type", "Notification",
                        "MessageId", "da41e39f-ea4d-435a-b922-c6aae3915ebe",
                        "TopicArn", "arn:aws:sns:eu-central-1:123456789012:uploads",
                        "Subject", "Amazon S3 Notification",
                        "Message", message,
                        "SignatureVersion", "1",
                        "Signature", "bm90aGluZw=="));
    }

    static String subscription(String url) {
        return write(
                Map.of(
                        "Type", "SubscriptionConfirmation",
                        "Token", "2336412f37fb687f5d51e6e241d09c805a5a57b30d712f794cc5f6a988",
                        "TopicArn", "arn:aws:sns:eu-central-1:123456789012:uploads",
                        "Message", "You have chosen to subscribe to the topic.",
                        "SubscribeURL", url));
    }

    private static String write(Map<String, String> message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
