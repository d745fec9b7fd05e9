package dev.slipway.profile;

import dev.slipway.image.VariantPlan;
import java.util.List;

/// A profile's limits as clients see them: sizes in bytes, `expiresIn` in seconds, widths in
/// pixels.
record ProfileView(
        String name,
        List<String> types,
        List<String> extensions,
        long maxSize,
        Visibility visibility,
        List<Integer> widths,
        long expiresIn) {

    static ProfileView of(Profile profile) {
        return new ProfileView(
                profile.name(),
                profile.types(),
                profile.types().stream()
                        .flatMap(type -> Extensions.allOf(type).stream())
                        .distinct()
                        .toList(),
                profile.maxSize(),
                profile.visibility(),
                profile.variants().stream().map(VariantPlan::width).toList(),
                profile.expiry().toSeconds());
    }

    record All(List<ProfileView> items) {}
}
