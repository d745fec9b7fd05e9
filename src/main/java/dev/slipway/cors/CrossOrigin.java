package dev.slipway.cors;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Leave for pages of other origins under some addresses: a bean for each kind of them. Of two
/// whose `paths` both lead to an address, the longer path decides.
///
/// @param paths beginnings of paths, such as `/media/`
/// @param origins exact ones, or `*` for any; none closes the addresses
/// @param headers that a request may carry; null is any
/// @param exposed headers of an answer that a page may read
/// @param credentials whether cookies and the like may come along: never from any origin
public record CrossOrigin(
        List<String> paths,
        List<String> origins,
        List<String> methods,
        @Nullable List<String> headers,
        List<String> exposed,
        boolean credentials) {

    private static final String ANY = "*";

    public CrossOrigin {
        paths = List.copyOf(paths);
        origins = List.copyOf(origins);
        methods = List.copyOf(methods);
        headers = headers == null ? null : List.copyOf(headers);
        exposed = List.copyOf(exposed);
        if (credentials && origins.contains(ANY)) {
            throw new IllegalArgumentException("credentials of any origin, under " + paths);
        }
    }

    /// Addresses that no page of another origin may talk to.
    public static CrossOrigin closed(String path) {
        return new CrossOrigin(List.of(path), List.of(), List.of(), List.of(), List.of(), false);
    }

    boolean isOpen() {
        return !origins.isEmpty();
    }

    /// Whether every origin gets the same answer.
    boolean isForAll() {
        return origins.contains(ANY);
    }

    /// What the answer says to this origin, or null.
    @Nullable String allowed(@Nullable String origin) {
        if (origin == null) {
            return null;
        }
        if (isForAll()) {
            return ANY;
        }
        return origins.contains(origin) ? origin : null;
    }

    /// How much of the path this rule knows; -1 when it is about other addresses.
    int match(String path) {
        return paths.stream().filter(path::startsWith).mapToInt(String::length).max().orElse(-1);
    }
}
