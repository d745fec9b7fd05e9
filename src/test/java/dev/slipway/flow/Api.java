package dev.slipway.flow;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/// One user of the HTTP API, with a token of the development endpoint.
public final class Api {

    private final String token;

    private Api(String token) {
        this.token = token;
    }

    public static Api as(String subject, String... groups) {
        return withToken(tokenOf(subject, groups));
    }

    public static String tokenOf(String subject, String... groups) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("subject", subject, "groups", List.of(groups)))
                .post("/api/dev/token")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    public static Api withToken(String token) {
        return new Api(token);
    }

    /// Who says nothing of himself.
    static Api asNobody() {
        return new Api(null);
    }

    public RequestSpecification request() {
        return token == null ? given() : given().header("Authorization", "Bearer " + token);
    }

    public Response tryStart(Object body) {
        return json(body).post("/api/files/upload/direct/start");
    }

    public Response tryStart(Object body, String idempotencyKey) {
        return json(body)
                .header("Idempotency-Key", idempotencyKey)
                .post("/api/files/upload/direct/start");
    }

    public JsonPath start(Map<String, ?> body, String idempotencyKey) {
        return ok(tryStart(body, idempotencyKey));
    }

    public Response tryStartAll(Object... bodies) {
        return json(Map.of("files", List.of(bodies))).post("/api/files/upload/direct/start/batch");
    }

    public Response tryRenew(String id) {
        return request().post("/api/files/" + id + "/renew");
    }

    public JsonPath renew(String id) {
        return ok(tryRenew(id));
    }

    public JsonPath start(Map<String, ?> body) {
        return ok(tryStart(body));
    }

    /// Starts and sends the bytes; the answer of the start.
    public JsonPath startAndSend(Map<String, ?> body, byte[] bytes) {
        var started = start(body);
        send(started, bytes);
        return started;
    }

    /// Sends the bytes with the form of a start answer.
    public static void send(JsonPath started, byte[] bytes) {
        var sent = FormPost.send(started.getString("url"), started.getMap("fields"), bytes);
        if (sent.statusCode() != 204) {
            throw new AssertionError("the form was refused: " + sent.body());
        }
    }

    public Response tryFinish(String id) {
        return json(Map.of("file_id", id)).post("/api/files/upload/direct/finish");
    }

    public JsonPath finish(String id) {
        return ok(tryFinish(id));
    }

    /// From start to finish.
    public JsonPath upload(String name, String type, byte[] bytes) {
        var started = startAndSend(Map.of("file_name", name, "file_type", type), bytes);
        return finish(started.getString("id"));
    }

    public Response tryShow(String id) {
        return request().get("/api/files/" + id);
    }

    public JsonPath show(String id) {
        return ok(tryShow(id));
    }

    /// The file once its processing is over.
    public JsonPath processed(String id) {
        return ok(request().get("/api/files/" + id + "?wait=30"));
    }

    public Response delete(String id) {
        return request().delete("/api/files/" + id);
    }

    private RequestSpecification json(Object body) {
        return request().contentType(ContentType.JSON).body(body);
    }

    private static JsonPath ok(Response response) {
        return response.then().statusCode(200).extract().jsonPath();
    }
}
