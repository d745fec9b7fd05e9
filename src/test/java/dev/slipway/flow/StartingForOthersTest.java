package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// In whose name an upload is started, and whose file it may replace.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StartingForOthersTest {

    private static final byte[] PICTURE = Samples.png(40, 30);
    private static final Map<String, String> FOR_BOB =
            Map.of("file_name", "picture.png", "file_type", "image/png", "owner", "bob");

    private Api alice;
    private Api bob;
    private Api app;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
        bob = Api.as("bob", "user");
        app = Api.as("app", "service");
    }

    @Test
    @DisplayName("a service starts in the name of somebody else, who owns the file then")
    void aServiceStartsForSomebody() {
        var id = app.startAndSend(FOR_BOB, PICTURE).getString("id");
        assertThat(bob.finish(id).getString("owner")).isEqualTo("bob");
        assertThat(alice.tryShow(id).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("nobody else does")
    void nobodyElseDoes() {
        assertThat(code(alice.tryStart(FOR_BOB), 403)).isEqualTo("owner_not_allowed");
        assertThat(code(Api.as("root", "admin").tryStart(FOR_BOB), 403))
                .isEqualTo("owner_not_allowed");
        assertThat(bob.tryStart(FOR_BOB).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "a\nb"})
    void nobodyIsCalledThat(String owner) {
        var body = Map.of("file_name", "a.png", "owner", owner);
        assertThat(code(app.tryStart(body), 422)).isEqualTo("invalid_owner");
    }

    @Test
    @DisplayName("an owner replaces the own file where the profile allows it")
    void theOwnerReplaces() {
        var id = own(alice);
        var started = alice.startAndSend(replacing(id), Samples.png(9, 9));
        var file = alice.finish(started.getString("id"));
        assertThat(file.getString("id")).isEqualTo(id);
        assertThat(file.getInt("version")).isEqualTo(2);
        assertThat(file.getString("owner")).isEqualTo("alice");
    }

    @Test
    @DisplayName("not where it does not, and not somebody else's")
    void elsewhereItDoesNot() {
        var id = own(alice);
        assertThat(code(bob.tryStart(replacing(id)), 404)).isEqualTo("not_found");
        assertThat(code(app.tryStart(replacing(id)), 403)).isEqualTo("replace_not_allowed");
        var plain = alice.upload("a.png", "image/png", PICTURE).getString("id");
        assertThat(code(alice.tryStart(replacing(plain)), 403)).isEqualTo("replace_not_allowed");
    }

    @Test
    @DisplayName("a service may do for an owner what the owner may")
    void aServiceReplacesForTheOwner() {
        var id = own(alice);
        var body = Map.of("file_name", "n.png", "replaces", id, "owner", "alice");
        var started = app.startAndSend(body, Samples.png(9, 9));
        assertThat(app.finish(started.getString("id")).getInt("version")).isEqualTo(2);
        var others = Map.of("file_name", "n.png", "replaces", id, "owner", "bob");
        assertThat(code(app.tryStart(others), 403)).isEqualTo("replace_not_allowed");
    }

    private static String own(Api owner) {
        var body = Map.of("file_name", "old.png", "profile", "own");
        return owner.finish(owner.startAndSend(body, PICTURE).getString("id")).getString("id");
    }

    private static Map<String, String> replacing(String id) {
        return Map.of("file_name", "n.png", "file_type", "image/png", "replaces", id);
    }

    private static String code(Response response, int status) {
        return response.then().statusCode(status).extract().path("code");
    }
}
