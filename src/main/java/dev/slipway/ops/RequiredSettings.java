package dev.slipway.ops;

import io.smallrye.jwt.util.ResourceUtils;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/// Settings without which the packaged program would start and then refuse everybody, or not
/// start and tell it at length. Looked at before anything else, so that nothing has been
/// touched.
final class RequiredSettings {

    private static final String DATABASE = "quarkus.datasource.jdbc.url";
    private static final List<String> KEYS =
            List.of("mp.jwt.verify.publickey", "smallrye.jwt.verify.secretkey");
    private static final List<String> KEY_LOCATIONS =
            List.of("mp.jwt.verify.publickey.location", "smallrye.jwt.verify.key.location");

    private final Config config;

    RequiredSettings(Config config) {
        this.config = config;
    }

    /// The first thing that is missing, in one sentence.
    Optional<String> findMissing() {
        return missingDatabase().or(this::missingKey).or(this::unreadableKey);
    }

    private Optional<String> missingDatabase() {
        return isSet(DATABASE)
                ? Optional.empty()
                : Optional.of(
                        "there is no database: set " + DATABASE + " to one of PostgreSQL's URLs.");
    }

    private Optional<String> missingKey() {
        return KEYS.stream().anyMatch(this::isSet) || KEY_LOCATIONS.stream().anyMatch(this::isSet)
                ? Optional.empty()
                : Optional.of(
                        "there is no key that tokens are verified with: set"
                                + " mp.jwt.verify.publickey.location to a PEM file, such as the"
                                + " command 'keys' makes, or to the address of a JWKS.");
    }

    private Optional<String> unreadableKey() {
        return KEY_LOCATIONS.stream()
                .filter(this::isSet)
                .filter(name -> !isReadable(value(name)))
                .map(name -> "%s is %s, which cannot be read.".formatted(name, value(name)))
                .findFirst();
    }

    private boolean isSet(String name) {
        return !value(name).isBlank();
    }

    private String value(String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }

    /// A JWKS address is asked when the first token comes, and again when its keys change.
    private static boolean isReadable(String location) {
        if (location.startsWith(ResourceUtils.HTTP_BASED_SCHEME)) {
            return true;
        }
        try (var key = ResourceUtils.getResourceStream(location)) {
            return key != null;
        } catch (IOException e) {
            return false;
        }
    }
}
