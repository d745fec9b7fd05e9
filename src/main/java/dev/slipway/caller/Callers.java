package dev.slipway.caller;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// The caller of the present request, whatever mechanism authenticated it: another mechanism is
/// one bean that implements Quarkus' `HttpAuthenticationMechanism` and answers a principal with
/// roles.
@Singleton
public final class Callers {

    private final SecurityIdentity identity;

    Callers(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Caller current() {
        var principal = identity.getPrincipal();
        if (principal instanceof JsonWebToken token) {
            if (token.getSubject() == null || token.getSubject().isBlank()) {
                // its other names may be for the user to choose, and would collide with subjects
                throw new AuthenticationFailedException("the token has no subject");
            }
            return new Caller(token.getSubject(), identity.getRoles());
        }
        return new Caller(principal.getName(), identity.getRoles());
    }
}
