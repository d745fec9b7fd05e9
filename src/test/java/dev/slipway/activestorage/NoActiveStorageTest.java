package dev.slipway.activestorage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.flow.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class NoActiveStorageTest {

    @Test
    @DisplayName("until it is switched on there is no Active Storage, with a token or without")
    void thereIsNoActiveStorage() {
        assertNotThere(given());
        assertNotThere(Api.as("alice", "user").request());
    }

    private static void assertNotThere(RequestSpecification caller) {
        var answer =
                caller.contentType(ContentType.JSON)
                        .body("{\"blob\": {}}")
                        .post("/rails/active_storage/direct_uploads");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("not_found");
    }
}
