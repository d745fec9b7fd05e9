package dev.slipway.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.flow.Api;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D70: one variant that the engine does not write")
class OneVariantFailsTest {

    private static final String FORMAT =
            "update file set terms = jsonb_set(terms, '{variants,1,format}', ?::jsonb) where id = ?";

    @Inject ByHand byHand;
    @Inject Rows rows;

    private Api alice;
    private Api admin;
    private UUID id;

    @BeforeEach
    void rendersOneInAFormatThatIsNotWritten() {
        alice = Api.as("one-alice", "user");
        admin = Api.as("one-admin", "admin");
        id = byHand.picture(alice);
        rows.update("delete from variant where content_id = ?", id);
        rows.update(FORMAT, "\"AVIF\"", id);
        byHand.want(id);
        byHand.with(new FakeEngine(UnaryOperator.identity())).run(id.toString(), 1);
    }

    @Test
    @DisplayName("D70: each variant says how it is, why, and after how many attempts")
    void leavesTheOthers() {
        var file = alice.show(id.toString());

        assertThat(file.getString("processing.state")).isEqualTo("failed");
        assertThat(file.getString("processing.error.code")).isEqualTo("unsupported_output");
        var made = "variants.find { it.name == 'w100' }.";
        assertThat(file.getString(made + "state")).isEqualTo("ready");
        assertThat(file.getInt(made + "attempts")).isEqualTo(1);
        assertThat(file.getString(made + "error")).isNull();
        assertThat(FormPost.get(file.getString(made + "url")).statusCode()).isEqualTo(200);
        var failed = "variants.find { it.name == 'w200' }.";
        assertThat(file.getString(failed + "state")).isEqualTo("failed");
        assertThat(file.getInt(failed + "attempts")).isEqualTo(1);
        assertThat(file.getString(failed + "error.code")).isEqualTo("unsupported_output");
        assertThat(file.getString(failed + "error.detail")).contains("AVIF");
        assertThat(file.getString(failed + "url")).isNull();
        assertThat(file.getString("img.srcset")).endsWith(" 100w").doesNotContain(",");
    }

    @Test
    @DisplayName("D70: manual retry of one variant")
    void isMadeWhenItIsTriedAgainAndCanBe() {
        var before = alice.show(id.toString());
        rows.update(FORMAT, "\"JPEG\"", id);

        var asked = admin.request().post("/api/files/" + id + "/reprocess?variant=w200");

        assertThat(asked.statusCode()).isEqualTo(202);
        var file = alice.processed(id.toString());
        assertThat(file.getString("processing.state")).isEqualTo("ready");
        assertThat(file.getString("processing.error")).isNull();
        assertThat(file.getList("variants.state")).containsExactly("ready", "ready");
        assertThat(file.getList("variants.error")).containsOnlyNulls();
        assertThat(file.getString("variants[1].file_type")).isEqualTo("image/jpeg");
        assertThat(before.getList("variants.url")).contains(file.getString("variants[0].url"));
        assertThat(file.getString("img.srcset")).contains(" 100w, ").endsWith(" 200w");
    }
}
