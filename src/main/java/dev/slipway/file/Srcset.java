package dev.slipway.file;

import dev.slipway.image.VariantPlan;
import dev.slipway.profile.WishBounds;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Ready-made responsive markup from variants: `srcset` with width descriptors, `sizes` that
/// show each width up to its own, and the largest one as `src` (HTML, section 4.8.4.2.1 "Srcset
/// attributes").
final class Srcset {

    private Srcset() {}

    /// Of all that have an address, whatever happens to others; null when none has. Variants of the
    /// same width stand once; those that show something else do not stand there: blurred ones, and
    /// beside whole pictures cut ones. Until the first of these plans is made, it is of the
    /// widths that were there before.
    static FileView.@Nullable Img of(List<VariantPlan> plans, List<FileView.VariantView> variants) {
        var names = alike(plans);
        var present = of(variants, names::contains);
        return present == null ? of(variants, name -> isFormerWidth(plans, name)) : present;
    }

    /// Whatever they were, they were alike.
    private static boolean isFormerWidth(List<VariantPlan> plans, String name) {
        return WishBounds.isNameOfAWidth(name)
                && plans.stream().noneMatch(plan -> plan.name().equals(name));
    }

    private static Set<String> alike(List<VariantPlan> plans) {
        var sharp = plans.stream().filter(plan -> plan.blur() == 0).toList();
        var first =
                sharp.stream()
                        .filter(plan -> !plan.fit().crops())
                        .findFirst()
                        .or(() -> sharp.stream().findFirst());
        return sharp.stream()
                .filter(plan -> first.isPresent() && shape(plan) == shape(first.get()))
                .map(VariantPlan::name)
                .collect(Collectors.toSet());
    }

    /// Width by height of what is cut out, 0 for all of it.
    private static double shape(VariantPlan plan) {
        return switch (plan.fit()) {
            case WIDTH, CONTAIN -> 0;
            case SQUARE -> 1;
            case COVER -> (double) plan.width() / plan.height();
        };
    }

    private static FileView.@Nullable Img of(
            List<FileView.VariantView> variants, Predicate<String> names) {
        var byWidth = new TreeMap<Integer, Candidate>();
        for (var variant : variants) {
            if (names.test(variant.name())
                    && variant.url() != null
                    && variant.width() != null
                    && variant.height() != null) {
                byWidth.putIfAbsent(
                        variant.width(), new Candidate(variant.url(), variant.height()));
            }
        }
        if (byWidth.isEmpty()) {
            return null;
        }
        var largest = byWidth.lastEntry();
        return new FileView.Img(
                largest.getValue().url().toString(),
                byWidth.entrySet().stream()
                        .map(entry -> entry.getValue().url() + " " + entry.getKey() + "w")
                        .collect(Collectors.joining(", ")),
                sizes(List.copyOf(byWidth.keySet())),
                largest.getKey(),
                largest.getValue().height());
    }

    private static String sizes(List<Integer> widths) {
        var sizes = new ArrayList<String>();
        for (var width : widths.subList(0, widths.size() - 1)) {
            sizes.add("(max-width: %dpx) %dpx".formatted(width, width));
        }
        sizes.add(widths.getLast() + "px");
        return String.join(", ", sizes);
    }

    private record Candidate(URI url, int height) {}
}
