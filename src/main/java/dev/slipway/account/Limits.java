package dev.slipway.account;

import dev.slipway.caller.Caller;
import dev.slipway.caller.Role;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/// What each owner may: the same for all. An `admin` or a `service` that starts in its own name
/// is not limited, though its account is kept; a service that starts for somebody else uses up
/// what that owner has, and so does whoever comes with a leave that was handed on.
@Startup
@Singleton
public final class Limits {

    private final Allowance allowance;
    private final Optional<StartRate> rate;

    Limits(LimitConfig config, Clock clock) {
        require(config.maxPending() > 0, "max-pending", config.maxPending());
        require(config.startsPerMinute() >= 0, "starts-per-minute", config.startsPerMinute());
        var maxBytes = config.maxBytes().map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
        require(maxBytes > 0, "max-bytes", maxBytes);
        this.allowance = new Allowance(maxBytes, config.maxPending());
        this.rate =
                config.startsPerMinute() == 0
                        ? Optional.empty()
                        : Optional.of(new StartRate(config.startsPerMinute(), clock));
    }

    /// Counts a start for `owner` and says how far its account may go; refuses it when there
    /// were too many just now.
    public Allowance admit(Caller caller, String owner) {
        if (isFree(caller, owner)) {
            return Allowance.UNLIMITED;
        }
        rate.ifPresent(starts -> starts.count(owner));
        return allowance;
    }

    private static boolean isFree(Caller caller, String owner) {
        return !caller.limited()
                && caller.subject().equals(owner)
                && (caller.isAdmin() || caller.roles().contains(Role.SERVICE));
    }

    private static void require(boolean right, String setting, long value) {
        if (!right) {
            throw new IllegalStateException(
                    "slipway.limits." + setting + " is " + value + ", which allows nothing");
        }
    }
}
