package dev.slipway.storage;

import java.util.regex.Pattern;

/// The name of an object in a storage, such as `incoming/0199…` or
/// `private/2026/11/21/0199…/9f0c.jpg`. Lower-case letters, digits, `.`, `-`, `_` in segments
/// between single slashes, no segment starting with a dot: so it is safe as a path, a URL and
/// an S3 key, on case-insensitive file systems too.
public record ObjectKey(String value) implements Comparable<ObjectKey> {

    private static final Pattern VALID =
            Pattern.compile("[a-z0-9_-][a-z0-9._-]*(/[a-z0-9_-][a-z0-9._-]*)*");
    private static final int MAX_LENGTH = 512;

    public ObjectKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an object key: " + value);
        }
    }

    public static boolean isValid(String value) {
        return value.length() <= MAX_LENGTH && VALID.matcher(value).matches();
    }

    /// Whether anybody may read it without a signature.
    public boolean isPublic() {
        return value.startsWith("public/");
    }

    /// Whether it is in the place that strangers write to: what is there is nobody's file yet.
    public boolean isQuarantined() {
        return value.startsWith("incoming/");
    }

    /// What follows the last slash.
    public String lastSegment() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    @Override
    public int compareTo(ObjectKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
