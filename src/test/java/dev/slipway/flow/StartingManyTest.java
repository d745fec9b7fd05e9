package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D16: starting several uploads at once")
class StartingManyTest {

    private static final byte[] PICTURE = Samples.png(40, 30);
    private static final Map<String, String> PNG =
            Map.of("file_name", "picture.png", "file_type", "image/png");

    private Api alice;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
    }

    @Test
    void answersEachInOrder() {
        var results =
                ok(
                        alice.tryStartAll(
                                PNG,
                                Map.of("file_name", "a.html"),
                                Map.of("file_name", "a.png", "file_size", "many"),
                                5,
                                Map.of("file_name", "a.png", "profile", "staff"),
                                Map.of("file_name", "last.gif")));
        assertThat(results.stream().map(r -> r.containsKey("problem") ? code(r) : r.get("state")))
                .containsExactly(
                        "pending",
                        "type_not_allowed",
                        "malformed_request",
                        "malformed_request",
                        "profile_not_allowed",
                        "pending");
        assertThat(problem(results.get(2))).containsEntry("member", "file_size");
        assertThat(problem(results.get(1)))
                .containsKeys("type", "title", "status", "detail", "allowed");
        assertThat(results.getLast()).containsEntry("file_type", "image/gif");
    }

    @Test
    void eachFormWorks() {
        var answer = alice.tryStartAll(PNG, PNG).jsonPath();
        for (var i = 0; i < 2; i++) {
            var sent =
                    FormPost.send(
                            answer.getString("results[" + i + "].url"),
                            answer.getMap("results[" + i + "].fields"),
                            PICTURE);
            assertThat(sent.statusCode()).isEqualTo(204);
            alice.finish(answer.getString("results[" + i + "].id"));
        }
    }

    @Test
    void canBeRepeatedWithAKeyForEach() {
        Map<String, String> keyed =
                Map.of("file_name", "a.png", "idempotency_key", UUID.randomUUID().toString());
        var first = ok(alice.tryStartAll(keyed, PNG));
        var second = ok(alice.tryStartAll(keyed, PNG));
        assertThat(second.getFirst()).containsEntry("id", first.getFirst().get("id"));
        assertThat(second.getLast().get("id")).isNotEqualTo(first.getLast().get("id"));
        var other = Map.of("file_name", "b.png", "idempotency_key", keyed.get("idempotency_key"));
        assertThat(code(ok(alice.tryStartAll(other)).getFirst()))
                .isEqualTo("idempotency_key_reused");
    }

    @Test
    void takesAHundredAndNoMore() {
        assertThat(ok(alice.tryStartAll(Collections.nCopies(100, PNG).toArray()))).hasSize(100);
        var refusal = alice.tryStartAll(Collections.nCopies(101, PNG).toArray());
        assertThat(refusal.statusCode()).isEqualTo(422);
        assertThat(refusal.jsonPath().getString("code")).isEqualTo("batch_too_large");
        assertThat(refusal.jsonPath().getInt("limit")).isEqualTo(100);
        assertThat(refusal.jsonPath().getInt("size")).isEqualTo(101);
    }

    @Test
    void isNoBatchWithoutAList() {
        assertThat(ok(alice.tryStartAll())).isEmpty();
        for (var body : List.of("{}", "{\"files\": 5}", "[]", "null")) {
            alice.request()
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post("/api/files/upload/direct/start/batch")
                    .then()
                    .statusCode(400);
        }
    }

    private static List<Map<String, Object>> ok(Response response) {
        return response.then().statusCode(200).extract().jsonPath().getList("results");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> problem(Map<String, Object> result) {
        return (Map<String, Object>) result.get("problem");
    }

    private static Object code(Map<String, Object> result) {
        return problem(result).get("code");
    }
}
