package dev.slipway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.faults.Call;
import dev.slipway.faults.Fault;
import dev.slipway.faults.FaultyProxy;
import dev.slipway.faults.OnFaultyS3;
import dev.slipway.faults.Trap;
import dev.slipway.flow.Samples;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A large file, on an S3 server of another origin that fails on demand.
@QuarkusTest
@TestProfile(OnFaultyS3.class)
@DisplayName("A part that fails on the page")
class FailingPartsOnThePageTest extends BrowserTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /// Four parts.
    private static final byte[] FILM = Samples.text(16 << 20);

    FaultyProxy storage;

    @BeforeEach
    void choosesAProfileForLargeFiles() {
        page.chooseProfile("film");
    }

    @Test
    @DisplayName("D24: is sent again, whether it had arrived or not")
    void isSentAgain() throws IOException {
        try (var refused = arm(part(2), Fault.Moment.BEFORE, Fault.SLOW_DOWN, Fault.Turn.only(1));
                var cut = arm(part(3), Fault.Moment.AFTER, Fault.CUT, Fault.Turn.only(1))) {
            page.choose(file("once.txt", FILM)).waitUntilReady("once.txt");

            assertThat(refused.struck()).isOne();
            assertThat(cut.struck()).isOne();
        }
        assertThat(original("once.txt")).isEqualTo(FILM);
    }

    @Test
    @DisplayName("D24: again and again is said, and a retry sends nothing but this part")
    void canBeTriedAgainLater() throws IOException {
        try (var trap =
                arm(
                        this::isThirdAfterTheOthers,
                        Fault.Moment.BEFORE,
                        Fault.INTERNAL_ERROR,
                        Fault.Turn.EVERY)) {
            page.choose(file("often.txt", FILM));

            assertThat(page.waitUntilFailed("often.txt")).contains("storage");
            assertThat(trap.struck()).isEqualTo(4);
        }
        var before = storage.calls().size();
        page.retry("often.txt").waitUntilReady("often.txt");

        assertThat(storage.calls().stream().skip(before).filter(FailingPartsOnThePageTest::isPart))
                .hasSize(1)
                .allMatch(part(3));
        assertThat(original("often.txt")).isEqualTo(FILM);
    }

    private Trap arm(Predicate<Call> calls, Fault.Moment moment, Fault fault, Fault.Turn turn) {
        return storage.arm(calls, turn, moment, fault);
    }

    private boolean isThirdAfterTheOthers(Call call) {
        if (!part(3).test(call)) {
            return false;
        }
        for (var number : List.of(1, 2, 4)) {
            storage.awaitEffect(
                    part(number).and(other -> other.path().equals(call.path())), PATIENCE);
        }
        return true;
    }

    private static Predicate<Call> part(int number) {
        return call -> isPart(call) && call.query().contains("partNumber=" + number + "&");
    }

    /// A browser asks for leave first, with the same address.
    private static boolean isPart(Call call) {
        return call.method().equals("PUT") && call.query().contains("partNumber=");
    }
}
