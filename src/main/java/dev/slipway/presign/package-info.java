/// POST policies, presigned URLs and SigV4: sign them, and verify them with the same code.
///
/// ```java
/// var form = new PostForm("bucket", "incoming/1", Map.of("Content-Type", "image/png"),
///         new Condition.ContentLengthRange(1, 10_485_760), expiresAt);
/// var fields = new SignPostForm().sign(form, "eu-central-1", credentials, now);
///
/// var put = new PresignedRequest("PUT", URI.create("https://bucket.s3…/incoming/1"), Map.of(),
///         Map.of("Content-Type", "image/png", "Content-Length", "123"), Duration.ofMinutes(15));
/// var url = new SignUrl().sign(put, "eu-central-1", credentials, now);
/// ```
///
/// Pure Java with a streaming JSON core: no framework, no clock, no network.
@NullMarked
package dev.slipway.presign;

import org.jspecify.annotations.NullMarked;
