package dev.slipway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D134: the starts of an owner")
class StartRateTest {

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);

    @Test
    void areAsManyAMinuteAsTheLimitAndComeBackOneByOne() {
        var rate = new StartRate(6, clock);
        for (var i = 0; i < 6; i++) {
            rate.count("alice");
        }
        assertThatThrownBy(() -> rate.count("alice"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(new RateLimited(6, 11)));
        assertThatCode(() -> rate.count("bob")).doesNotThrowAnyException();
        now.updateAndGet(time -> time.plus(Duration.ofSeconds(10)));
        assertThatCode(() -> rate.count("alice")).doesNotThrowAnyException();
        assertThatThrownBy(() -> rate.count("alice")).isInstanceOf(Refusal.class);
    }

    @Test
    void areForgottenForWhoeverHasNotStartedForTheLongestTime() {
        var rate = new StartRate(1, clock, 2);
        rate.count("alice");
        rate.count("bob");
        rate.count("carol");
        assertThatThrownBy(() -> rate.count("carol")).isInstanceOf(Refusal.class);
        assertThatCode(() -> rate.count("alice")).doesNotThrowAnyException();
    }
}
