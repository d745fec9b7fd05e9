package dev.slipway.hook;

/// What a sender says. Only names are read: no figure of an event is believed.
sealed interface Notice {

    /// Some object is there now, its key decoded.
    record Created(String bucket, String key) implements Notice {}

    /// Amazon SNS asks whether its messages are wanted; visiting `url` says yes.
    record Subscription(String url) implements Notice {}

    /// Well-formed, and none of our business.
    record Other() implements Notice {}
}
