package dev.slipway.dev;

import io.quarkus.arc.profile.IfBuildProfile;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// Development and test builds only: a packaged program has no such address.
@Path("/api/dev/token")
@PermitAll
@IfBuildProfile(anyOf = {"dev", "test"})
class DevTokenResource {

    private final DevTokens tokens;

    DevTokenResource(DevTokens tokens) {
        this.tokens = tokens;
    }

    @POST
    @Operation(summary = "Development only: a token for whoever you want to be")
    public DevTokens.Token issue(
            DevTokens.@Nullable Wish wish, @Context HttpServerRequest request) {
        Loopback.require(request);
        return tokens.issue(wish == null ? DevTokens.Wish.USUAL : wish);
    }
}
