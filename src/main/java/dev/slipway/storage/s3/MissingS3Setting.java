package dev.slipway.storage.s3;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The storage is S3, but it cannot be reached as it is configured. The message is one sentence
/// that names the setting: the program must not start.
public final class MissingS3Setting extends IllegalStateException {

    @Serial private static final long serialVersionUID = 1L;

    private MissingS3Setting(String missing, String remedy, @Nullable Throwable cause) {
        super("slipway.storage is s3, but " + missing + ": " + remedy + ".", cause);
    }

    static MissingS3Setting bucket() {
        return new MissingS3Setting("no bucket is named", "set slipway.s3.bucket", null);
    }

    static MissingS3Setting region(Throwable cause) {
        return new MissingS3Setting(
                "no region is known", "set quarkus.s3.aws.region (or AWS_REGION)", cause);
    }

    static MissingS3Setting credentials(Throwable cause) {
        return new MissingS3Setting(
                "there are no credentials",
                "set quarkus.s3.aws.credentials.type=static and its static-provider keys,"
                        + " or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give the machine a role",
                cause);
    }
}
