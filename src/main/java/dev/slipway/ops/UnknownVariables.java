package dev.slipway.ops;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings.ConfigClass;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Refuses to start with an environment variable `SLIPWAY_…` that is no setting: in files and
/// system properties Quarkus finds such a typo, in the environment it does not.
@Singleton
@IfBuildProfile("prod")
final class UnknownVariables {

    private static final int FIRST = 1;

    void refuse(@Observes @Priority(FIRST) StartupEvent event, BeanManager beans) {
        var unknown = KnownVariables.of(settings(beans)).unknownIn(System.getenv());
        if (!unknown.isEmpty()) {
            throw new IllegalStateException(
                    "no setting belongs to the environment variable "
                            + String.join(" or ", unknown)
                            + ": correct its name or remove it.");
        }
    }

    /// The names of all settings that the beans of this program ask for, `*` for any part.
    private static Set<String> settings(BeanManager beans) {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .flatMap(UnknownVariables::mappings)
                .flatMap(
                        mapping ->
                                ConfigClass.configClass(mapping).getProperties().keySet().stream())
                .collect(Collectors.toSet());
    }

    private static Stream<Class<?>> mappings(Bean<?> bean) {
        return bean.getTypes().stream()
                .<Class<?>>mapMulti(
                        (type, found) -> {
                            if (type instanceof Class<?> mapping
                                    && mapping.isAnnotationPresent(ConfigMapping.class)) {
                                found.accept(mapping);
                            }
                        });
    }
}
