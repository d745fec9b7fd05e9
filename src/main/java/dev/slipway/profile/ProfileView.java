package dev.slipway.profile;

import dev.slipway.image.VariantPlan;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A profile's limits as clients see them: sizes in bytes, `expiresIn` in seconds, widths in
/// pixels. `wishes` is null where uploads cannot ask for other variants.
record ProfileView(
        String name,
        List<String> types,
        List<String> extensions,
        long maxSize,
        Visibility visibility,
        List<Integer> widths,
        List<VariantTerms> variants,
        boolean placeholder,
        @Nullable Wishes wishes,
        boolean stripOriginals,
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
                profile.variants().stream().map(VariantTerms::of).toList(),
                profile.placeholder(),
                profile.wishes() == null ? null : Wishes.of(profile.wishes()),
                profile.stripOriginals(),
                profile.expiry().toSeconds());
    }

    record All(List<ProfileView> items) {}

    /// One variant of a picture; `height` is null where the fit has none.
    record VariantTerms(
            String name,
            String fit,
            int width,
            @Nullable Integer height,
            String format,
            int quality,
            boolean progressive,
            double blur,
            boolean keepColourProfile,
            boolean keepCopyright,
            String animation) {

        static VariantTerms of(VariantPlan plan) {
            return new VariantTerms(
                    plan.name(),
                    lower(plan.fit()),
                    plan.width(),
                    plan.height() == 0 ? null : plan.height(),
                    lower(plan.format()),
                    plan.quality(),
                    plan.progressive(),
                    plan.blur(),
                    plan.keeping().colourProfile(),
                    plan.keeping().copyright(),
                    plan.keeping().animation() ? "keep" : "still");
        }
    }

    record Wishes(int mostWidths, int maxWidth, List<String> formats, int maxQuality) {

        static Wishes of(WishBounds bounds) {
            return new Wishes(
                    bounds.mostWidths(),
                    bounds.widest().width(),
                    bounds.formats().stream().map(ProfileView::lower).toList(),
                    bounds.maxQuality());
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
