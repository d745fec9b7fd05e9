package dev.slipway.profile;

import static dev.slipway.profile.PropertyCheck.require;

import dev.slipway.image.Fit;
import dev.slipway.image.Glance;
import dev.slipway.image.Keeping;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.VariantPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes plans of what is configured for pictures.
final class ConfiguredPictures {

    private final PictureTerms terms;
    private final PropertyCheck check;

    ConfiguredPictures(PictureTerms terms, PropertyCheck check) {
        this.terms = terms;
        this.check = check;
    }

    /// The widths, smallest first, then the named ones by their names.
    List<VariantPlan> variants() {
        // without variants nothing else would look at them
        check.checked("fit", this::fit);
        check.checked("quality", () -> ofWidth(1));
        var plans = new ArrayList<>(check.checked("widths", this::widths));
        new TreeMap<>(terms.variants()).forEach((name, named) -> plans.add(checked(name, named)));
        return plans;
    }

    boolean placeholder() {
        return terms.placeholder()
                .orElse(terms.widths().isPresent() || !terms.variants().isEmpty());
    }

    /// Null when uploads have no wishes.
    @Nullable WishBounds wishes() {
        var wishes = terms.wishes();
        if (!wishes.allowed()) {
            return null;
        }
        check.checked(
                "wishes.max-quality",
                () -> ofWidth(1).as(OutputFormat.JPEG, wishes.maxQuality(), false));
        return new WishBounds(
                check.checked("wishes.most-widths", () -> positive(wishes.mostWidths())),
                check.checked("wishes.max-width", () -> ofWidth(wishes.maxWidth())),
                wishes.formats(),
                wishes.maxQuality());
    }

    private Fit fit() {
        require(
                terms.fit() == Fit.WIDTH || terms.fit() == Fit.SQUARE,
                "contain and cover need a height, so a variant with a name");
        return terms.fit();
    }

    private List<VariantPlan> widths() {
        return terms.widths().orElse(List.of()).stream()
                .sorted(Comparator.naturalOrder())
                .distinct()
                .map(this::ofWidth)
                .toList();
    }

    private VariantPlan ofWidth(int width) {
        return VariantPlan.of("w" + width, terms.fit(), width)
                .as(terms.format(), quality(terms.format(), terms.quality()), terms.progressive())
                .keeping(keeping());
    }

    private VariantPlan checked(String name, PictureTerms.Named named) {
        return check.checked("variants." + name, () -> named(name, named));
    }

    private VariantPlan named(String name, PictureTerms.Named named) {
        require(!WishBounds.isNameOfAWidth(name), "such a name is that of a width");
        require(!name.equals(Glance.PLAN.name()), "such a name is taken");
        var fit = named.fit().orElse(named.height().isPresent() ? Fit.CONTAIN : Fit.WIDTH);
        var format = named.format().orElse(terms.format());
        return VariantPlan.of(name, fit, named.width(), named.height().orElse(0))
                .as(
                        format,
                        quality(format, named.quality().or(terms::quality)),
                        named.progressive().orElse(terms.progressive()))
                .blurred(named.blur())
                .keeping(keeping());
    }

    private Keeping keeping() {
        return new Keeping(
                terms.keepColourProfile(),
                terms.keepCopyright(),
                terms.animation() == PictureTerms.Animation.KEEP);
    }

    private static int quality(OutputFormat format, Optional<Integer> configured) {
        return configured.orElseGet(() -> UsualQuality.of(format));
    }

    private static int positive(int number) {
        require(number > 0, "not a number above 0: " + number);
        return number;
    }
}
