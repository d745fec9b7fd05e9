package dev.slipway.profile;

import dev.slipway.caller.Callers;
import dev.slipway.caller.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/api/profiles")
@RolesAllowed({Role.USER, Role.ADMIN, Role.SERVICE})
class ProfileResource {

    private final Profiles profiles;
    private final Callers callers;

    ProfileResource(Profiles profiles, Callers callers) {
        this.profiles = profiles;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "The limits of each profile that you may use, to check before uploading")
    public ProfileView.All all() {
        var caller = callers.current();
        return new ProfileView.All(
                profiles.all().stream()
                        .filter(profile -> caller.hasAny(profile.roles()))
                        .map(ProfileView::of)
                        .toList());
    }
}
