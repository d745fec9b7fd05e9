package dev.slipway.profile;

import static dev.slipway.profile.PropertyCheck.require;

import dev.slipway.caller.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes a profile of what is configured. A setting that cannot be is an
/// [IllegalStateException] that names its property.
final class ConfiguredProfile {

    private static final List<String> ROLES = List.of(Role.USER, Role.ADMIN, Role.SERVICE);

    private final String name;
    private final ProfileConfig.Terms terms;
    private final PropertyCheck check;

    ConfiguredProfile(String name, ProfileConfig.Terms terms) {
        this.name = name;
        this.terms = terms;
        this.check = PropertyCheck.ofProfile(name);
    }

    Profile profile() {
        var pictures = new ConfiguredPictures(terms, check);
        return new Profile(
                name,
                check.checked("types", this::types),
                check.checked("max-size", this::maxSize),
                check.checked("roles", this::roles),
                terms.visibility(),
                check.checked("expiry", this::expiry),
                pictures.variants(),
                pictures.placeholder(),
                pictures.wishes(),
                terms.stripOriginals(),
                terms.checksum(),
                terms.ownerMayReplace(),
                check.checked("claim-within", () -> positive(terms.claimWithin())),
                check.checked("retention", () -> positive(terms.retention())));
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
}
