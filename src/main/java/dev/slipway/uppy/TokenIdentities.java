package dev.slipway.uppy;

import dev.slipway.caller.Role;
import dev.slipway.file.Sha256;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/// Who comes with a token in the address: its owner, and no more than a user. What else the
/// token permits is beside that, as an [UploadGrant].
@Singleton
final class TokenIdentities implements IdentityProvider<TokenIdentities.Request> {

    private static final String GRANT = UploadGrant.class.getName();

    static final class Request extends BaseAuthenticationRequest {

        private final String token;

        Request(String token) {
            this.token = token;
        }
    }

    private final UploadTokens tokens;
    private final Clock clock;

    TokenIdentities(UploadTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /// What the caller's token permits; empty for everybody else.
    static Optional<UploadGrant> findGrant(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(GRANT));
    }

    @Override
    public Class<Request> getRequestType() {
        return Request.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            Request request, AuthenticationRequestContext context) {
        return context.runBlocking(
                () ->
                        tokens.find(Sha256.hex(request.token), clock.instant())
                                .map(TokenIdentities::identity)
                                .orElseThrow(AuthenticationFailedException::new));
    }

    private static SecurityIdentity identity(UploadGrant grant) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(grant.starter().subject()))
                .addRole(Role.USER)
                .addAttribute(GRANT, grant)
                .build();
    }
}
