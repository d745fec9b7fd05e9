package dev.slipway.hook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.problem.Refusal;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D95: the secrets of the hook")
class HookSecretsTest {

    private static final HookSecrets SECRETS = new HookSecrets(List.of("old:secret", "new"));

    @ParameterizedTest
    @ValueSource(strings = {"Bearer old:secret", "Bearer new", "bearer  new", " BEARER new "})
    void comeAsBearer(String header) {
        assertThatCode(() -> SECRETS.require(header)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sns:new", ":new", "a@b.example:old:secret"})
    void comeAsThePasswordOfBasic(String credentials) {
        assertThatCode(() -> SECRETS.require(basic(credentials))).doesNotThrowAnyException();
        assertThatCode(() -> SECRETS.require(basic(credentials).replace("Basic", "basic")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "new",
                "Bearer",
                "Bearer ",
                "Bearer ne",
                "Bearer newer",
                "Bearer NEW",
                "Bearer new new",
                "Bearer old:secret,new",
                "Basic new",
                "Basic !",
                "Digest new"
            })
    void areNotGuessed(@Nullable String header) {
        assertThat(statusOf(SECRETS, header)).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "new:", "new:old", "new:new:", ""})
    void areNoUsers(String credentials) {
        assertThat(statusOf(SECRETS, basic(credentials))).isEqualTo(401);
    }

    @Test
    @DisplayName("are none, then nothing is at their address for anybody")
    void areNone() {
        var none = new HookSecrets(List.of());
        assertThat(statusOf(none, null)).isEqualTo(404);
        assertThat(statusOf(none, "Bearer ")).isEqualTo(404);
        assertThat(statusOf(none, "Bearer new")).isEqualTo(404);
    }

    @Test
    @DisplayName("are two at most and never blank, or the server does not start")
    void areTwoAtMost() {
        assertThatThrownBy(() -> new HookSecrets(List.of("a", "b", "c")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("slipway.hooks.storage.secrets");
        assertThatThrownBy(() -> new HookSecrets(List.of("a", " ")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static int statusOf(HookSecrets secrets, @Nullable String header) {
        return catchThrowableOfType(Refusal.class, () -> secrets.require(header))
                .problem()
                .status();
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    }
}
