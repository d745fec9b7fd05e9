package dev.slipway.caller;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/// A second way to say who one is: all of it.
@Singleton
final class ApiKeyMechanism implements HttpAuthenticationMechanism {

    static final String KEY = "key-of-the-printer";

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext request, IdentityProviderManager providers) {
        return KEY.equals(request.request().getHeader("X-Api-Key"))
                ? Uni.createFrom()
                        .item(
                                QuarkusSecurityIdentity.builder()
                                        .setPrincipal(new QuarkusPrincipal("printer"))
                                        .addRole(Role.USER)
                                        .build())
                : Uni.createFrom().nullItem();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }
}
