package dev.slipway.caller;

import java.util.Collection;
import java.util.Set;

/// Who asks. `subject` is the owner of what this caller starts; `roles` are the groups of the
/// token. One who is `limited` comes with a leave that was handed on, and no role frees from the
/// limits of a user.
public record Caller(String subject, Set<String> roles, boolean limited) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public Caller(String subject, Set<String> roles) {
        this(subject, roles, false);
    }

    public boolean isAdmin() {
        return roles.contains(Role.ADMIN);
    }

    /// Whether this caller may see what belongs to `owner`: its own, or everybody's for `admin`
    /// and `service`.
    public boolean maySee(String owner) {
        return owner.equals(subject) || isAdmin() || roles.contains(Role.SERVICE);
    }

    /// Whether one of `wanted` is among the roles. An admin has them all, and a service acts
    /// for users.
    public boolean hasAny(Collection<String> wanted) {
        return isAdmin()
                || wanted.stream().anyMatch(roles::contains)
                || (roles.contains(Role.SERVICE) && wanted.contains(Role.USER));
    }
}
