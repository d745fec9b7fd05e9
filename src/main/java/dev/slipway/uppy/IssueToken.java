package dev.slipway.uppy;

import dev.slipway.caller.Caller;
import dev.slipway.file.Sha256;
import dev.slipway.profile.Profile;
import dev.slipway.profile.Profiles;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Issues a token for a page that can send no header. It is no Bearer token: it means something
/// only where it stands in the address.
@Singleton
final class IssueToken {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final int USUAL_FILES = 100;
    private static final int MOST_FILES = 1000;

    /// What it is to permit; the profile `default` and 100 files when nothing is said.
    record Wish(
            @Nullable String profile,
            @Schema(defaultValue = "" + USUAL_FILES, minimum = "1", maximum = "" + MOST_FILES)
                    @Nullable Integer maxFiles) {}

    /// `expiresIn` in seconds; `endpoint` is what Uppy gets as `companionEndpoint`.
    record Issued(String token, long expiresIn, URI endpoint) {}

    private final Profiles profiles;
    private final UploadTokens tokens;
    private final TokenAddresses addresses;
    private final Clock clock;

    IssueToken(Profiles profiles, UploadTokens tokens, TokenAddresses addresses, Clock clock) {
        this.profiles = profiles;
        this.tokens = tokens;
        this.addresses = addresses;
        this.clock = clock;
    }

    Issued issue(Caller caller, Wish wish) {
        var name = Objects.requireNonNullElse(wish.profile(), Profile.DEFAULT);
        var profile = profiles.forStart(name, caller);
        int files = Objects.requireNonNullElse(wish.maxFiles(), USUAL_FILES);
        if (files < 1 || files > MOST_FILES) {
            throw new InvalidMaxFiles(files, MOST_FILES).refusal();
        }
        var token = addresses.next();
        var now = clock.instant();
        tokens.keep(
                new UploadGrant(Sha256.hex(token), caller, profile.name(), files),
                now,
                now.plus(LIFE));
        return new Issued(token, LIFE.toSeconds(), addresses.of(token));
    }
}
