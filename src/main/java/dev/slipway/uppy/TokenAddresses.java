package dev.slipway.uppy;

import dev.slipway.caller.PublicAddress;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Base64;
import java.util.random.RandomGenerator;

/// Invents tokens, and says at which address each is good.
@Singleton
final class TokenAddresses {

    private static final int BYTES = 32;

    private final PublicAddress address;
    private final RandomGenerator random;

    TokenAddresses(PublicAddress address, RandomGenerator random) {
        this.address = address;
        this.random = random;
    }

    String next() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    URI of(String token) {
        return URI.create(address.base() + TakeToken.PREFIX + token);
    }
}
