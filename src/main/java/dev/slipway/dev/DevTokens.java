package dev.slipway.dev;

import dev.slipway.caller.Role;
import dev.slipway.problem.MalformedRequest;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Signs tokens with the key pair that Quarkus makes in memory for development and tests. They
/// are worth nothing after a restart.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
final class DevTokens {

    private static final Duration LIFE = Duration.ofHours(1);

    /// Whose token is wanted; `alice`, a `user`, when nothing is said.
    record Wish(@Nullable String subject, @Nullable List<@Nullable String> groups) {

        static final Wish USUAL = new Wish(null, null);
    }

    /// `expiresIn` in seconds.
    record Token(String token, long expiresIn) {}

    Token issue(Wish wish) {
        var subject = Objects.requireNonNullElse(wish.subject(), "alice");
        if (subject.isBlank()) {
            throw new MalformedRequest("subject").refusal();
        }
        var token = Jwt.subject(subject).groups(groups(wish)).expiresIn(LIFE).sign();
        return new Token(token, LIFE.toSeconds());
    }

    private static Set<String> groups(Wish wish) {
        if (wish.groups() == null) {
            return Set.of(Role.USER);
        }
        var groups = new LinkedHashSet<String>();
        for (var group : wish.groups()) {
            if (group == null || group.isBlank()) {
                throw new MalformedRequest("groups").refusal();
            }
            groups.add(group);
        }
        return groups;
    }
}
