package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The whole surface of Uppy with a token in the address and no header at all.
@DisplayName("D25: Uppy with a token in its address")
abstract class UppyByTokenContract {

    private static final int PART = 5 << 20;
    private static final byte[] FILM = Samples.text(PART + 10);
    private static final byte[] PICTURE = Samples.png(60, 40);

    private final Api nobody = Api.asNobody();
    private Api alice;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
    }

    @Test
    void bringsAFileInParts() {
        var parts =
                Parts.create(
                        nobody,
                        endpoint("film"),
                        Map.of("filename", "film.txt", "type", "text/plain"));
        var etags = parts.bringAll(FILM, PART);
        assertThat(parts.list().getList("PartNumber")).containsExactly(1, 2);
        assertThat(parts.trySignAll("1,2").jsonPath().getMap("presignedUrls")).hasSize(2);

        var completed = parts.tryComplete(etags);

        assertThat(completed.statusCode()).as(completed.asString()).isEqualTo(200);
        assertThat(FormPost.get(completed.jsonPath().getString("location")).body()).isEqualTo(FILM);
        var file = alice.show(parts.id);
        assertThat(file.getString("state")).isEqualTo("finished");
        assertThat(file.getString("owner")).isEqualTo("alice");
        assertThat(file.getString("profile")).isEqualTo("film");
    }

    @Test
    void abortsOne() {
        var parts =
                Parts.create(
                        nobody,
                        endpoint("film"),
                        Map.of("filename", "a.txt", "type", "text/plain"));
        parts.bring(1, Parts.cut(FILM, PART, 0));

        assertThat(parts.abort().statusCode()).isEqualTo(200);

        alice.tryShow(parts.id).then().statusCode(404);
    }

    @Test
    void bringsAFileInOnePiece() {
        var params =
                nobody.request()
                        .queryParam("filename", "a.png")
                        .queryParam("type", "image/png")
                        .get(endpoint("default") + "/s3/params")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();

        Api.send(params, PICTURE);

        var id = params.getString("fields.key").replace("incoming/", "");
        assertThat(alice.finish(id).getString("owner")).isEqualTo("alice");
    }

    private String endpoint(String profile) {
        JsonPath issued =
                alice.request()
                        .contentType(ContentType.JSON)
                        .body(Map.of("profile", profile, "max_files", 1))
                        .post("/uppy/token")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        return issued.getString("endpoint");
    }
}
