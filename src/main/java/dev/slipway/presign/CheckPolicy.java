package dev.slipway.presign;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Compares the fields of a form with a policy whose signature is good.
final class CheckPolicy {

    /// The largest object that one POST may bring to S3: 5 GiB.
    private static final Condition.ContentLengthRange ANY_SIZE =
            new Condition.ContentLengthRange(0, 5L << 30);

    private final PostPolicy policy;
    private final Map<String, String> received;
    private final String bucket;

    /// As received, and the bucket: S3 treats it as a field that is always there.
    private final Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    CheckPolicy(PostPolicy policy, Map<String, String> received, String bucket) {
        this.policy = policy;
        this.received = received;
        this.bucket = bucket;
        fields.put(FormFields.BUCKET, bucket);
        fields.putAll(received);
    }

    FormVerdict check(Instant now) {
        if (!now.isBefore(policy.expiration())) {
            return refused("Policy expired.");
        }
        if (!bucket.equals(fields.get(FormFields.BUCKET))) {
            return refused("the field 'bucket' names another bucket.");
        }
        if (!fields.containsKey(FormFields.KEY)) {
            return refused("the field 'key' is missing.");
        }
        for (var condition : policy.conditions()) {
            if (!holds(condition)) {
                return refused("Policy Condition failed: " + PolicyJson.quote(condition));
            }
        }
        var extra = fieldWithoutCondition();
        return extra == null ? judgeSizes() : refused("Extra input fields: " + extra);
    }

    private boolean holds(Condition condition) {
        return switch (condition) {
            case Condition.Exact(var name, var value) -> value.equals(fields.get(name));
            case Condition.StartsWith(var name, var prefix) ->
                    startsWith(name, fields.get(name), prefix);
            case Condition.ContentLengthRange _ -> true;
        };
    }

    /// Of a `Content-Type`, which may be a list, S3 wants the prefix on every element.
    private static boolean startsWith(String name, @Nullable String value, String prefix) {
        if (value == null) {
            return false;
        }
        return name.toLowerCase(Locale.ROOT).equals("content-type")
                ? Arrays.stream(value.split(",", -1)).allMatch(v -> v.strip().startsWith(prefix))
                : value.startsWith(prefix);
    }

    private @Nullable String fieldWithoutCondition() {
        var covered = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        for (var condition : policy.conditions()) {
            switch (condition) {
                case Condition.Exact exact -> covered.add(exact.name());
                case Condition.StartsWith startsWith -> covered.add(startsWith.name());
                case Condition.ContentLengthRange _ -> {}
            }
        }
        for (var name : fields.keySet()) {
            if (!covered.contains(name) && !FormFields.needsNoCondition(name)) {
                return name;
            }
        }
        return null;
    }

    private FormVerdict judgeSizes() {
        var sizes =
                policy.conditions().stream()
                        .filter(Condition.ContentLengthRange.class::isInstance)
                        .map(Condition.ContentLengthRange.class::cast)
                        .toList();
        return switch (sizes.size()) {
            case 0 -> new FormVerdict.Accepted(ANY_SIZE, received);
            case 1 -> new FormVerdict.Accepted(sizes.getFirst(), received);
            default ->
                    new FormVerdict.Refused(
                            S3Error.invalidPolicy(
                                    "Invalid Policy: more than one content-length-range."));
        };
    }

    private static FormVerdict refused(String reason) {
        return new FormVerdict.Refused(S3Error.againstThePolicy(reason));
    }
}
