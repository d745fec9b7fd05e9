package dev.slipway.profile;

import dev.slipway.caller.Role;
import dev.slipway.image.VariantPlan;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes a profile of what is configured. A setting that cannot be is an
/// [IllegalStateException] that names its property.
final class ConfiguredProfile {

    private static final List<String> ROLES = List.of(Role.USER, Role.ADMIN, Role.SERVICE);

    private final String name;
    private final ProfileConfig.Terms terms;

    ConfiguredProfile(String name, ProfileConfig.Terms terms) {
        this.name = name;
        this.terms = terms;
    }

    Profile profile() {
        // without widths nothing else would look at the quality
        checked("quality", () -> plan(1));
        return new Profile(
                name,
                checked("types", this::types),
                checked("max-size", this::maxSize),
                checked("roles", this::roles),
                terms.visibility(),
                checked("expiry", this::expiry),
                checked("widths", this::variants),
                terms.checksum(),
                terms.ownerMayReplace(),
                checked("claim-within", () -> positive(terms.claimWithin())),
                checked("retention", () -> positive(terms.retention())));
    }

    private List<String> types() {
        require(!terms.types().isEmpty(), "no media type");
        return terms.types().stream().map(MediaTypes::pattern).toList();
    }

    private long maxSize() {
        var bytes = terms.maxSize().asLongValue();
        require(bytes > 0, "not a size above 0: " + bytes);
        return bytes;
    }

    private List<String> roles() {
        require(!terms.roles().isEmpty(), "no role");
        terms.roles()
                .forEach(role -> require(ROLES.contains(role), "none of " + ROLES + ": " + role));
        return terms.roles();
    }

    private Duration expiry() {
        require(terms.expiry().isPositive(), "not a time above 0: " + terms.expiry());
        return terms.expiry();
    }

    private static @Nullable Duration positive(Optional<Duration> time) {
        time.ifPresent(given -> require(given.isPositive(), "not a time above 0: " + given));
        return time.orElse(null);
    }

    private List<VariantPlan> variants() {
        return terms.widths().orElse(List.of()).stream()
                .sorted(Comparator.naturalOrder())
                .distinct()
                .map(this::plan)
                .toList();
    }

    private VariantPlan plan(int width) {
        return VariantPlan.of("w" + width, terms.fit(), width)
                .as(terms.format(), terms.quality(), terms.progressive());
    }

    private <T extends @Nullable Object> T checked(String property, Supplier<T> setting) {
        try {
            return setting.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "slipway.profiles." + name + "." + property + ": " + e.getMessage(), e);
        }
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
