package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ByPut.class)
@DisplayName("D22: Uppy on a storage that takes no forms")
class UppyByPutTest {

    private static final byte[] TEXT = "five!".getBytes();

    @Test
    void putsAFileOfADeclaredSize() {
        var params = params("5").then().statusCode(200).extract().jsonPath();
        assertThat(params.getString("method")).isEqualTo("PUT");
        assertThat(params.getMap("fields")).isEmpty();

        var sent = FormPost.put(params.getString("url"), params.getMap("headers"), TEXT);

        assertThat(sent.statusCode()).isEqualTo(200);
    }

    @Test
    void hasToDeclareTheSize() {
        var refused = params("");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("error")).isEqualTo("file_size_required");
    }

    private Response params(String size) {
        return Api.as("alice", "user")
                .request()
                .queryParams(
                        Map.of(
                                "filename", "a.txt",
                                "type", "text/plain",
                                "metadata[size]", size))
                .get("/uppy/s3/params");
    }
}
