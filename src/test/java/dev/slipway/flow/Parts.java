package dev.slipway.flow;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// One upload in parts, as a client brings it.
public final class Parts {

    private static final String BASE = "/uppy/s3/multipart";

    private final Api api;
    private final String base;
    public final String id;
    public final String key;

    private Parts(Api api, String base, String id, String key) {
        this.api = api;
        this.base = base;
        this.id = id;
        this.key = key;
    }

    public static Parts of(Api api, JsonPath started) {
        return new Parts(api, BASE, started.getString("id"), started.getString("key"));
    }

    /// As Uppy begins one.
    public static Parts create(Api api, Map<String, ?> body) {
        return create(api, "/uppy", body);
    }

    /// As Uppy begins one at this endpoint.
    static Parts create(Api api, String endpoint, Map<String, ?> body) {
        var base = endpoint + "/s3/multipart";
        var created =
                api.request()
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post(base)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        return new Parts(api, base, created.getString("uploadId"), created.getString("key"));
    }

    Parts as(Api other) {
        return new Parts(other, base, id, key);
    }

    Parts withKey(String other) {
        return new Parts(api, base, id, other);
    }

    public Response trySign(Object number) {
        return api.request().queryParam("key", key).get(base + "/" + id + "/" + number);
    }

    /// For these bytes only.
    Response trySign(int number, String sha256) {
        return api.request()
                .queryParam("key", key)
                .queryParam("checksum_sha256", sha256)
                .get(base + "/" + id + "/" + number);
    }

    public String sign(int number) {
        return trySign(number).then().statusCode(200).extract().path("url");
    }

    Response trySignAll(String numbers) {
        return api.request()
                .queryParam("key", key)
                .queryParam("partNumbers", numbers)
                .get(base + "/" + id + "/batch");
    }

    /// Brings one part; its ETag as the storage wrote it.
    public String bring(int number, byte[] bytes) {
        var sent = FormPost.put(sign(number), Map.of(), bytes);
        if (sent.statusCode() != 200) {
            throw new AssertionError("part " + number + " was refused: " + sent.body());
        }
        return sent.headers().firstValue("ETag").orElseThrow();
    }

    /// Brings all of them, cut like this.
    public List<String> bringAll(byte[] file, int partSize) {
        return IntStream.range(0, Math.ceilDiv(file.length, partSize))
                .mapToObj(i -> bring(i + 1, cut(file, partSize, i)))
                .toList();
    }

    public static byte[] cut(byte[] file, int partSize, int index) {
        var from = index * partSize;
        return Arrays.copyOfRange(file, from, Math.min(file.length, from + partSize));
    }

    public Response tryList() {
        return api.request().queryParam("key", key).get(base + "/" + id);
    }

    public JsonPath list() {
        return tryList().then().statusCode(200).extract().jsonPath();
    }

    Response tryComplete(List<String> etags) {
        var parts =
                IntStream.range(0, etags.size())
                        .mapToObj(i -> Map.of("PartNumber", i + 1, "ETag", etags.get(i)))
                        .toList();
        return api.request()
                .contentType(ContentType.JSON)
                .queryParam("key", key)
                .body(Map.of("parts", parts))
                .post(base + "/" + id + "/complete");
    }

    public Response abort() {
        return api.request().queryParam("key", key).delete(base + "/" + id);
    }
}
