package dev.slipway.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.job.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D95: confirming a subscription")
class ConfirmingASubscriptionTest {

    private static final String URL = "https://sns.eu-central-1.amazonaws.com/?Token=2336412f37";
    private static final Job.Outcome DONE = new Job.Outcome.Done();

    private final List<URI> visited = new ArrayList<>();

    @Test
    void visitsTheAddress() {
        assertThat(answering(200).run(URL, 1)).isEqualTo(DONE);
        assertThat(visited).containsExactly(URI.create(URL));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 403, 404})
    void endsWithARefusal(int status) {
        assertThat(answering(status).run(URL, 1)).isEqualTo(DONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void isTriedAgainWhileSnsIsInTrouble(int status) {
        var job = answering(status);
        assertThatThrownBy(() -> job.run(URL, 1)).hasMessageContaining("answers " + status);
    }

    @Test
    void isTriedAgainWhileNobodyAnswers() {
        var job =
                new ConfirmSubscription(
                        address -> {
                            throw new IOException("no route");
                        });
        assertThatThrownBy(() -> job.run(URL, 1)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void isGivenUpOnceTheTokenIsDead() {
        var job = answering(503);
        assertThatThrownBy(() -> job.run(URL, ConfirmSubscription.MOST_ATTEMPTS))
                .isInstanceOf(IllegalStateException.class);
        visited.clear();
        assertThat(job.run(URL, ConfirmSubscription.MOST_ATTEMPTS + 1)).isEqualTo(DONE);
        assertThat(visited).isEmpty();
    }

    @Test
    void visitsNothingElseWhateverStandsInTheQueue() {
        assertThat(answering(200).run("https://evil.example/", 1)).isEqualTo(DONE);
        assertThat(visited).isEmpty();
    }

    private ConfirmSubscription answering(int status) {
        return new ConfirmSubscription(
                address -> {
                    visited.add(address);
                    return status;
                });
    }
}
