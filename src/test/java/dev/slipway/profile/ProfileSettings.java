package dev.slipway.profile;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Settings of the default profile as an installation writes them.
public record ProfileSettings(Map<String, String> values) {

    public static final ProfileSettings OF_PICTURES =
            new ProfileSettings(Map.of()).with("types", "image/*");

    public ProfileSettings with(String property, String value) {
        return withProfile(Profile.DEFAULT, property, value);
    }

    public ProfileSettings withProfile(String profile, String property, String value) {
        var more = new HashMap<>(values);
        more.put("slipway.profiles." + profile + "." + property, value);
        return new ProfileSettings(more);
    }

    public Profiles start() {
        var config =
                new SmallRyeConfigBuilder()
                        .withMapping(ProfileConfig.class)
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                        .withSources(new PropertiesConfigSource(values, "test", 100))
                        .build();
        return new Profiles(config.getConfigMapping(ProfileConfig.class));
    }

    Profile profile() {
        return start().all().getFirst();
    }
}
