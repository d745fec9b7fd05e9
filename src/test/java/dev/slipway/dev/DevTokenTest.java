package dev.slipway.dev;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.flow.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DevTokenTest {

    @Test
    void aTokenIsForWhoeverOneWantsToBe() {
        var answer =
                wish().body("{\"subject\":\"bob\",\"groups\":[\"user\",\"admin\"]}")
                        .post("/api/dev/token");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getInt("expires_in")).isEqualTo(3600);
        var bob = Api.withToken(answer.jsonPath().getString("token"));
        assertThat(bob.request().get("/api/files").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyInParticularIsAlice() {
        assertThat(wish().body("{}").post("/api/dev/token").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "{\"subject\":\"\"}, subject",
                "{\"subject\":\" \"}, subject",
                "{\"groups\":[null]}, groups",
                "|{\"groups\":[\"user\",\"\"]}|, groups"
            })
    void nobodyAndNothingAreRefused(String body, String member) {
        var answer = wish().body(body).post("/api/dev/token");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("malformed_request");
        assertThat(answer.jsonPath().getString("member")).isEqualTo(member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:5173", "http://127.0.0.1", "https://[::1]:8443"})
    void pagesOfThisMachineMayAsk(String origin) {
        wish().header("Origin", origin).body("{}").post("/api/dev/token").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://localhost.evil.example",
                "null",
                "http://localhost@evil.example",
                "nonsense"
            })
    void pagesFromElsewhereMayNot(String origin) {
        wish().header("Origin", origin).body("{}").post("/api/dev/token").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example:8081", "10.0.0.1"})
    void aHostNameThatOnlyResolvesToThisMachineDoesNot(String host) {
        wish().header("Host", host).body("{}").post("/api/dev/token").then().statusCode(404);
    }

    private static RequestSpecification wish() {
        return given().contentType(ContentType.JSON);
    }
}
