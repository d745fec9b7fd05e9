package dev.slipway.ops;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The environment variables that stand for settings. A setting's variable is its name in
/// capitals with `_` for all that is neither letter nor digit (MicroProfile Config).
record KnownVariables(List<Pattern> patterns) {

    private static final String OURS = "SLIPWAY_";

    /// What Kubernetes gives every container when a service is called `slipway` or `slipway-…`.
    /// See "Discovering services" in its documentation.
    private static final Pattern KUBERNETES =
            Pattern.compile(
                    ".*_SERVICE_HOST|.*_SERVICE_PORT(_.*)?|.*_PORT_\\d+_(TCP|UDP|SCTP)(_.*)?");

    /// Of settings with `*` for any part.
    static KnownVariables of(Collection<String> settings) {
        return new KnownVariables(settings.stream().map(KnownVariables::pattern).toList());
    }

    /// The names in this environment that begin like ours and are none, in order.
    List<String> unknownIn(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(OURS))
                .filter(variable -> !isOfKubernetes(variable.getKey(), variable.getValue()))
                .map(Map.Entry::getKey)
                .filter(name -> patterns.stream().noneMatch(p -> p.matcher(name).matches()))
                .sorted()
                .toList();
    }

    private static boolean isOfKubernetes(String name, String value) {
        return KUBERNETES.matcher(name).matches()
                || (name.endsWith("_PORT") && value.contains("://"));
    }

    /// What begins with a free part, such as a profile's name, is free up to its end: the parts
    /// of a variable cannot be told apart.
    private static Pattern pattern(String setting) {
        var star = setting.indexOf('*');
        var fixed = star < 0 ? setting : setting.substring(0, star);
        var variable = fixed.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        return Pattern.compile(Pattern.quote(variable) + (star < 0 ? "" : ".+"));
    }
}
