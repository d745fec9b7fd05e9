package dev.slipway.presign;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// The value of `X-Amz-Credential`: `AKIA…/20260102/eu-central-1/s3/aws4_request`. `date` is
/// the UTC day as `yyyyMMdd`.
record CredentialScope(String accessKeyId, String date, String region) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    static final String SERVICE = "s3";
    static final String TERMINATOR = "aws4_request";

    private static final Pattern FORM =
            Pattern.compile("([^/]+)/(\\d{8})/([^/]+)/" + SERVICE + "/" + TERMINATOR);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    static CredentialScope of(AwsCredentials credentials, String region, Instant now) {
        return new CredentialScope(credentials.accessKeyId(), amzDate(now).substring(0, 8), region);
    }

    static Optional<CredentialScope> parse(String text) {
        var parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new CredentialScope(parts.group(1), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    /// An instant as `x-amz-date` writes it: `20260102T030405Z`.
    static String amzDate(Instant instant) {
        return DATE_TIME.format(instant);
    }

    /// Empty for any text that `amzDate` does not write.
    static Optional<Instant> parseAmzDate(String text) {
        try {
            return Optional.of(DATE_TIME.parse(text, Instant::from))
                    .filter(instant -> amzDate(instant).equals(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// What a string to sign names: without who signs.
    String scope() {
        return String.join("/", date, region, SERVICE, TERMINATOR);
    }

    @Override
    public String toString() {
        return accessKeyId + "/" + scope();
    }
}
