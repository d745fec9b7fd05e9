package dev.slipway.profile;

import dev.slipway.image.VariantPlan;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an upload is for. `types` are media types or patterns such as `image/*`; `maxSize` in
/// bytes; `roles` are those that may start; `expiry` is the life of a presigned form. With
/// `checksum` the SHA-256 of every file is computed. A finished file goes when nobody has claimed
/// it within `claimWithin`, and in any case after `retention`; null is never. Of a picture the
/// `variants` are made, and with `placeholder` what a page shows before it has loaded; an upload
/// may ask for other variants within `wishes`. With `stripOriginals` the metadata of the picture
/// itself goes, too. A row keeps a copy, so a later change of configuration does not touch it.
public record Profile(
        String name,
        List<String> types,
        long maxSize,
        List<String> roles,
        Visibility visibility,
        Duration expiry,
        List<VariantPlan> variants,
        boolean placeholder,
        @Nullable WishBounds wishes,
        boolean stripOriginals,
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

    /// The same for an upload that asks for these variants; refuses what is out of bounds.
    public Profile granting(ImageWishes image) {
        if (wishes == null) {
            throw new ImageWishNotAllowed(name, "image", "nothing").refusal();
        }
        return new Profile(
                name,
                types,
                maxSize,
                roles,
                visibility,
                expiry,
                wishes.grant(name, variants, image),
                placeholder,
                wishes,
                stripOriginals,
                checksum,
                ownerMayReplace,
                claimWithin,
                retention);
    }

    /// The same with what another one says of pictures.
    public Profile withPicturesOf(Profile other) {
        return new Profile(
                name,
                types,
                maxSize,
                roles,
                visibility,
                expiry,
                other.variants,
                other.placeholder,
                other.wishes,
                other.stripOriginals,
                checksum,
                ownerMayReplace,
                claimWithin,
                retention);
    }

    /// Whether a file of this (normalised) type may come in.
    public boolean allows(String mediaType) {
        return types.stream().anyMatch(pattern -> MediaTypes.matches(pattern, mediaType));
    }
}
