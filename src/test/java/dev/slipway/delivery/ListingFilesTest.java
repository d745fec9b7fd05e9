package dev.slipway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.flow.Api;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ListingFilesTest {

    private final String owner = "owner-" + UUID.randomUUID();
    private final List<String> ids = new ArrayList<>();
    private Api api;

    @BeforeEach
    void startSome() {
        api = Api.as(owner, "user");
        for (var name : List.of("Apple.png", "apricot.pdf", "100%_b.txt", "banana.png", "c.png")) {
            ids.addFirst(api.start(Map.of("file_name", name)).getString("id"));
        }
    }

    @Test
    @DisplayName("D8: own files, newest first, page by page")
    void comesInPages() {
        var first = list("limit=2");
        assertThat(first.getList("items.id")).isEqualTo(ids.subList(0, 2));
        var second = list("limit=2&cursor=" + first.getString("next_cursor"));
        assertThat(second.getList("items.id")).isEqualTo(ids.subList(2, 4));
        var third = list("limit=2&cursor=" + second.getString("next_cursor"));
        assertThat(third.getList("items.id")).isEqualTo(ids.subList(4, 5));
        assertThat(third.getString("next_cursor")).isNull();
    }

    @Test
    void isNarrowedByStateProfileAndBeginningOfTheName() {
        assertThat(list("q=ap").getList("items.original_file_name"))
                .containsExactly("apricot.pdf", "Apple.png");
        assertThat(list("q=100%25_").getList("items.original_file_name"))
                .containsExactly("100%_b.txt");
        assertThat(list("q=%25").getList("items")).isEmpty();
        assertThat(list("state=finished").getList("items")).isEmpty();
        assertThat(list("state=pending&profile=default").getList("items")).hasSize(5);
        assertThat(list("profile=avatar").getList("items")).isEmpty();
        api.delete(ids.getFirst()).then().statusCode(204);
        assertThat(list("limit=50").getList("items")).hasSize(4);
    }

    @Test
    void othersDoNotSeeThemButAnAdminDoes() {
        var other = Api.as("other-" + owner, "user");
        assertThat(items(other, "owner=" + owner)).isEmpty();
        assertThat(items(Api.as("root", "admin"), "owner=" + owner)).hasSize(5);
    }

    @Test
    @DisplayName("D94: a file outlives whoever uploaded it; its owner is a name, not an account")
    void aFileOutlivesItsOwner() {
        var left = Api.as("somebody-who-left", "user");
        var id = left.upload("a.png", "image/png", Samples.png(8, 8)).getString("id");
        var file = Api.as("root", "admin").show(id);
        assertThat(file.getString("owner")).isEqualTo("somebody-who-left");
        assertThat(FormPost.get(file.getString("url")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=nix",
                "limit=0",
                "limit=x",
                "limit=-1",
                "cursor=x",
                "limit=99999999999",
                "q=%00",
                "profile=a%00"
            })
    void refusesWhatAParameterCannotBe(String query) {
        var refusal = api.request().urlEncodingEnabled(false).get("/api/files?" + query);
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(refusal.jsonPath().getString("code")).isEqualTo("invalid_parameter");
    }

    @Test
    @DisplayName("D7: waiting for a file that nobody uploads ends when the time is over")
    void waitingEnds() {
        var file = api.request().get("/api/files/" + ids.getFirst() + "?wait=1");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.jsonPath().getString("state")).isEqualTo("pending");
        api.request().get("/api/files/" + ids.getFirst() + "?wait=x").then().statusCode(400);
    }

    private JsonPath list(String query) {
        return api.request()
                .urlEncodingEnabled(false)
                .get("/api/files?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<Object> items(Api api, String query) {
        return api.request()
                .urlEncodingEnabled(false)
                .get("/api/files?" + query)
                .jsonPath()
                .getList("items");
    }
}
