package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StartingAnUploadTest {

    private Api alice;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
    }

    @Test
    @DisplayName("D87: the answer says until when the form works, and what time it is here")
    void saysUntilWhenTheFormWorks() {
        var started = alice.start(Map.of("file_name", "a.png", "file_type", "image/png"));
        var life =
                Instant.parse(started.getString("expires_at")).getEpochSecond()
                        - Instant.parse(started.getString("server_time")).getEpochSecond();
        assertThat(life).isBetween(895L, 900L);
        assertThat(started.getLong("max_size")).isEqualTo(10 << 20);
    }

    @ParameterizedTest
    @DisplayName(
            "D46 U22: the type is normalised, or inferred from the name when the browser has none")
    @CsvSource({
        "a.jpg,image/jpg,image/jpeg",
        "a.jpg,IMAGE/JPEG; q=1,image/jpeg",
        "a.JPG,'',image/jpeg",
        "a.txt,text/plain;charset=utf-8,text/plain",
        "photo.webp,,image/webp"
    })
    void normalisesTheType(String name, String declared, String signed) {
        var body = new HashMap<String, Object>(Map.of("file_name", name));
        body.put("file_type", declared);
        var started = alice.start(body);
        assertThat(started.getString("file_type")).isEqualTo(signed);
        assertThat(started.getString("fields.'Content-Type'")).isEqualTo(signed);
    }

    @ParameterizedTest
    @DisplayName("D27 D47 D132: bad input gets a documented refusal, never a 500")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'file_name':'a.html','file_type':'text/html'} | 422 | type_not_allowed",
                "{'file_name':'a.svg'} | 422 | type_not_allowed",
                "{'file_name':'a'} | 422 | type_not_allowed",
                "{'file_name':'a.png','file_type':'nonsense'} | 422 | type_not_allowed",
                "{'file_name':'a.png','file_size':10485761} | 413 | too_large",
                "{'file_name':'a.png','file_size':0} | 422 | empty_file",
                "{'file_name':'a.png','file_size':-1} | 422 | invalid_file_size",
                "{'file_name':'a.png','file_size':'1'} | 400 | malformed_request",
                "{'file_name':'a.png','file_size':1.5} | 400 | malformed_request",
                "{'file_name':'a.png','file_size':99999999999999999999} | 400 | malformed_request",
                "{'file_name':5} | 400 | malformed_request",
                "{} | 422 | invalid_file_name",
                "{'file_name':''} | 422 | invalid_file_name",
                "{'file_name':'  '} | 422 | invalid_file_name",
                "{'file_name':'../a.png'} | 422 | invalid_file_name",
                "{'file_name':'..'} | 422 | invalid_file_name",
                "{'file_name':'a\\\\b.png'} | 422 | invalid_file_name",
                "{'file_name':'a\\u0000.png'} | 422 | invalid_file_name",
                "{'file_name':'a\\n.png'} | 422 | invalid_file_name",
                "{'file_name':'a\\ud800.png'} | 422 | invalid_file_name",
                "{'file_name':'a.png','profile':'nix'} | 404 | unknown_profile",
                "{'file_name':'a.png','profile':''} | 404 | unknown_profile",
                "{'file_name':'a.png','profile':'staff'} | 403 | profile_not_allowed",
                "{'file_name':'a.png','checksum_sha256':'xyz'} | 422 | invalid_checksum",
                "{'file_name':'a.png','checksum_sha256':'AAAA'} | 422 | invalid_checksum",
                "{'file_name':'a.png','metadata':{'A b':'x'}} | 422 | invalid_metadata",
                "{'file_name':'a.png','metadata':{'a':null}} | 422 | invalid_metadata",
                "{'file_name':'a.png','metadata':{'a':'\\u0000'}} | 422 | invalid_metadata",
                "{'file_name':'a.png','metadata':[]} | 400 | malformed_request",
                "{'file_name':'a.png','metadata':{'a':{}}} | 400 | malformed_request",
                "{'file_name':'a.png','replaces':'nix'} | 404 | not_found",
                "[] | 400 | malformed_request",
                "null | 400 | malformed_request",
                "'x' | 400 | malformed_request",
                "{ | 400 | malformed_request"
            })
    void refuses(String body, int status, String code) {
        var refusal = alice.tryStart(body.replace('\'', '"'));
        assertThat(refusal.statusCode()).as(refusal.asString()).isEqualTo(status);
        assertThat(refusal.contentType()).startsWith("application/problem+json");
        assertThat(refusal.jsonPath().getString("code")).isEqualTo(code);
        assertThat(refusal.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(refusal.jsonPath().getString("detail")).isNotBlank();
        assertThat(refusal.jsonPath().getString("type")).endsWith("/docs/problems.md#" + code);
    }

    @Test
    void refusesANameOfMoreThan255Characters() {
        alice.tryStart(Map.of("file_name", "a".repeat(251) + ".png")).then().statusCode(200);
        alice.tryStart(Map.of("file_name", "a".repeat(252) + ".png")).then().statusCode(422);
    }

    @Test
    @DisplayName("U17: a JSON body that no call needs is refused before it is read")
    void refusesAHugeBody() {
        var refusal = alice.tryStart(Map.of("file_name", "a.png", "x", "y".repeat(2 << 20)));
        assertThat(refusal.statusCode()).isEqualTo(413);
        assertThat(refusal.jsonPath().getString("code")).isEqualTo("body_too_large");
    }

    @Test
    void refusesMetadataThatIsTooMuch() {
        var much = Map.of("file_name", "a.png", "metadata", Map.of("a", "é".repeat(1024)));
        alice.tryStart(much).then().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ünïcödé 🙂 %+#é\"'.png", "‏مرحبا.png", ".png", "a b;c=d,e.png"})
    void keepsAnyNameThatIsAName(String name) {
        var started = alice.start(Map.of("file_name", name, "file_type", "image/png"));
        assertThat(alice.show(started.getString("id")).getString("original_file_name"))
                .isEqualTo(name);
    }

    @Test
    void keepsMetadataInAnyAlphabet() {
        var metadata = Map.of("title", "Fähre – 渡し船 🙂", "album", "a=b&c");
        var started =
                alice.startAndSend(
                        Map.of(
                                "file_name",
                                "a.png",
                                "file_type",
                                "image/png",
                                "metadata",
                                metadata),
                        Samples.png(9, 9));
        var file = alice.finish(started.getString("id"));
        assertThat(file.getMap("metadata")).isEqualTo(metadata);
    }

    @Test
    @DisplayName("unknown members are ignored, and a trailing slash does no harm")
    void ignoresUnknownMembers() {
        alice.request()
                .contentType(ContentType.JSON)
                .body("{\"file_name\": \"a.png\", \"colour\": {\"of\": [\"sky\"]}}")
                .post("/api/files/upload/direct/start/")
                .then()
                .statusCode(200);
    }
}
