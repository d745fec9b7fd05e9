package dev.slipway.presign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private final Signatures signatures = new Signatures();

    @Test
    void areComputedOnceForADay() {
        var key = signatures.key("secret", scope("20260102"));

        assertThat(signatures.key("secret", scope("20260102"))).isSameAs(key);
        assertThat(signatures.key("secret", scope("20260103"))).isNotEqualTo(key);
        assertThat(signatures.key("other", scope("20260102"))).isNotEqualTo(key);
    }

    @Test
    void areForgottenWhenManyOthersFollow() {
        var key = signatures.key("secret", scope("20260102"));

        IntStream.range(0, Signatures.KEPT_KEYS)
                .forEach(i -> signatures.key("secret" + i, scope("20260102")));

        assertThat(signatures.key("secret", scope("20260102"))).isNotSameAs(key).isEqualTo(key);
    }

    @Test
    void areNotSeenInATextOfTheirOwner() {
        assertThat(new AwsCredentials("id", "secret", "token")).hasToString("AwsCredentials[id]");
    }

    private static CredentialScope scope(String date) {
        return new CredentialScope("id", date, "region");
    }
}
