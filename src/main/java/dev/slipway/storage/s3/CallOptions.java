package dev.slipway.storage.s3;

import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/// What a single call has beside its members.
final class CallOptions {

    /// S3 copies up to 5 GB in one call, and sends white space while it does; joining many
    /// parts takes as long.
    static final Duration LONG = Duration.ofMinutes(5);

    private static final Duration WRITE = Duration.ofSeconds(30);
    private static final long SLOWEST_BYTES_PER_SECOND = 1 << 20;

    private CallOptions() {}

    /// How long a call may take that brings so many bytes.
    static Duration toWrite(long size) {
        return WRITE.plusSeconds(size / SLOWEST_BYTES_PER_SECOND);
    }

    static AwsRequestOverrideConfiguration of(Map<String, String> headers) {
        var options = AwsRequestOverrideConfiguration.builder();
        headers.forEach(options::putHeader);
        return options.build();
    }

    static AwsRequestOverrideConfiguration within(Duration time, Map<String, String> headers) {
        return of(headers).toBuilder().apiCallTimeout(time).apiCallAttemptTimeout(time).build();
    }

    static AwsRequestOverrideConfiguration within(Duration time) {
        return within(time, Map.of());
    }
}
