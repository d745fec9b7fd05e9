package dev.slipway.presign;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What a form may bring, and until when. `expiration` is kept in whole seconds, as the signers
/// of the AWS SDKs write it.
public record PostPolicy(Instant expiration, List<Condition> conditions) {

    public PostPolicy {
        expiration = expiration.truncatedTo(ChronoUnit.SECONDS);
        conditions = List.copyOf(conditions);
    }

    /// The policy document, in ASCII: everything else is escaped, so that no server can read it
    /// differently.
    public String toJson() {
        return PolicyJson.write(this);
    }

    /// Reads a policy document as S3 does: `{"name": "value"}`, `["eq", "$name", "value"]`,
    /// `["starts-with", "$name", "prefix"]`, `["content-length-range", 1, "10"]`, and nothing
    /// else.
    public static PostPolicy parse(String json) throws MalformedPolicyException {
        return PolicyReader.read(json);
    }
}
