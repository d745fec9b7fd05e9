package dev.slipway.profile;

import dev.slipway.caller.Caller;
import dev.slipway.image.VariantPlan;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The configured profiles, checked when the server starts.
@Startup
@Singleton
public final class Profiles {

    private final Map<String, Profile> byName = new TreeMap<>();
    private final ProfileConfig config;

    Profiles(ProfileConfig config) {
        this.config = config;
        config.byName()
                .forEach(
                        (name, terms) ->
                                byName.put(name, new ConfiguredProfile(name, terms).profile()));
        if (!byName.containsKey(Profile.DEFAULT)) {
            throw new IllegalStateException("slipway.profiles.default.types is not set");
        }
    }

    /// The profile of this name for this caller.
    public Profile forStart(String name, Caller caller) {
        var profile = byName.get(name);
        if (profile == null) {
            throw new UnknownProfile(name).refusal();
        }
        if (!caller.hasAny(profile.roles())) {
            throw new ProfileNotAllowed(name, profile.roles()).refusal();
        }
        return profile;
    }

    /// The profile of this name, whoever asks.
    public Optional<Profile> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The property that says in which format a variant of a profile is written.
    public String propertyOfFormat(Profile profile, VariantPlan variant) {
        var itsOwn =
                Optional.ofNullable(config.byName().get(profile.name()))
                        .flatMap(terms -> Optional.ofNullable(terms.variants().get(variant.name())))
                        .filter(named -> named.format().isPresent());
        return "slipway.profiles.%s.%sformat"
                .formatted(
                        profile.name(),
                        itsOwn.isPresent() ? "variants." + variant.name() + "." : "");
    }

    /// The largest file that any profile takes, in bytes.
    public long largestFile() {
        return byName.values().stream().mapToLong(Profile::maxSize).max().orElseThrow();
    }

    /// All of them, the default one first.
    public List<Profile> all() {
        return byName.values().stream()
                .sorted(Comparator.comparing(profile -> !profile.name().equals(Profile.DEFAULT)))
                .toList();
    }
}
