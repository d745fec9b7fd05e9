package dev.slipway.profile;

import dev.slipway.image.VariantPlan;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an upload is for. `types` are media types or patterns such as `image/*`; `maxSize` in
/// bytes; `roles` are those that may start; `expiry` is the life of a presigned form. With
/// `checksum` the SHA-256 of every file is computed. A finished file goes when nobody has claimed
/// it within `claimWithin`, and in any case after `retention`; null is never. A row keeps a copy,
/// so a later change of configuration does not touch it.
public record Profile(
        String name,
        List<String> types,
        long maxSize,
        List<String> roles,
        Visibility visibility,
        Duration expiry,
        List<VariantPlan> variants,
        boolean checksum,
        boolean ownerMayReplace,
        @Nullable Duration claimWithin,
        @Nullable Duration retention) {

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
