package dev.slipway.presign;

/// One condition of a POST policy
/// ([S3](https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html)).
/// Names are compared without regard to case, values exactly.
public sealed interface Condition {

    /// The field has exactly this value: `{"name": "value"}`.
    record Exact(String name, String value) implements Condition {}

    /// The field's value begins so: `["starts-with", "$name", "prefix"]`.
    record StartsWith(String name, String prefix) implements Condition {}

    /// The file has `min` to `max` bytes, both included: `["content-length-range", min, max]`.
    record ContentLengthRange(long min, long max) implements Condition {

        public ContentLengthRange {
            if (min < 0 || max < min) {
                throw new IllegalArgumentException("not a size range: " + min + " to " + max);
            }
        }
    }
}
