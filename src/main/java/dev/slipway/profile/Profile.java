package dev.slipway.profile;

import dev.slipway.image.VariantPlan;
import java.time.Duration;
import java.util.List;

/// What an upload is for. `types` are media types or patterns such as `image/*`; `maxSize` in
/// bytes; `roles` are those that may start; `expiry` is the life of a presigned form. A row
/// keeps a copy, so a later change of configuration does not touch it.
public record Profile(
        String name,
        List<String> types,
        long maxSize,
        List<String> roles,
        Visibility visibility,
        Duration expiry,
        List<VariantPlan> variants) {

    public static final String DEFAULT = "default";

    public Profile {
        types = types.stream().map(MediaTypes::pattern).toList();
        roles = List.copyOf(roles);
        variants = List.copyOf(variants);
        if (maxSize < 1 || expiry.isNegative() || expiry.isZero() || types.isEmpty()) {
            throw new IllegalArgumentException("profile " + name + " allows nothing");
        }
    }

    /// Whether a file of this (normalised) type may come in.
    public boolean allows(String mediaType) {
        return types.stream().anyMatch(pattern -> MediaTypes.matches(pattern, mediaType));
    }
}
