package dev.slipway.profile;

import dev.slipway.image.OutputFormat;
import dev.slipway.image.VariantPlan;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an upload may ask of its variants: at most `mostWidths`, none above that of `widest`, a
/// plan from which the others are made; one of the `formats`; a quality up to `maxQuality`.
public record WishBounds(
        int mostWidths, VariantPlan widest, List<OutputFormat> formats, int maxQuality) {

    private static final Pattern NAME_OF_A_WIDTH = Pattern.compile("w\\d+");

    /// Whether a variant of this name is one of the `widths`.
    public static boolean isNameOfAWidth(String name) {
        return NAME_OF_A_WIDTH.matcher(name).matches();
    }

    public WishBounds {
        formats = List.copyOf(formats);
    }

    /// The plans as they are wished: widths instead of the profile's, which leave the variants
    /// with a name as they are; format, quality and progressive for all of them.
    List<VariantPlan> grant(String profile, List<VariantPlan> plans, ImageWishes wishes) {
        var format = format(profile, wishes.format());
        checkQuality(profile, wishes.quality());
        return widths(profile, plans, wishes.widths()).stream()
                .map(plan -> written(plan, format, wishes))
                .toList();
    }

    private static VariantPlan written(
            VariantPlan plan, @Nullable OutputFormat format, ImageWishes wishes) {
        return plan.as(
                Objects.requireNonNullElse(format, plan.format()),
                wishes.quality() == null
                        ? UsualQuality.moved(plan.quality(), plan.format(), format)
                        : wishes.quality(),
                Objects.requireNonNullElse(wishes.progressive(), plan.progressive()));
    }

    private List<VariantPlan> widths(
            String profile, List<VariantPlan> plans, @Nullable List<@Nullable Integer> widths) {
        if (widths == null) {
            return plans;
        }
        var sorted = new TreeSet<Integer>();
        for (@Nullable Integer width : widths) {
            if (width == null || width < 1 || width > widest.width()) {
                throw new ImageWishNotAllowed(
                                profile, "image.widths", "from 1 to " + widest.width() + " pixels")
                        .refusal();
            }
            sorted.add(width);
        }
        var wished = sorted.stream().map(width -> widest.named("w" + width, width)).toList();
        if (wished.size() > mostWidths) {
            throw new ImageWishNotAllowed(profile, "image.widths", "at most " + mostWidths)
                    .refusal();
        }
        return Stream.concat(wished.stream(), plans.stream().filter(WishBounds::hasAName)).toList();
    }

    private static boolean hasAName(VariantPlan plan) {
        return !isNameOfAWidth(plan.name());
    }

    private @Nullable OutputFormat format(String profile, @Nullable String name) {
        if (name == null) {
            return null;
        }
        var names = formats.stream().map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
        if (!names.contains(name)) {
            throw new ImageWishNotAllowed(
                            profile, "image.format", "one of " + String.join(", ", names))
                    .refusal();
        }
        return OutputFormat.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private void checkQuality(String profile, @Nullable Integer quality) {
        if (quality != null && (quality < 1 || quality > maxQuality)) {
            throw new ImageWishNotAllowed(profile, "image.quality", "from 1 to " + maxQuality)
                    .refusal();
        }
    }
}
