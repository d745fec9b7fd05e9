package dev.slipway.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.flow.Api;
import dev.slipway.flow.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D58: wishing for variants")
class WishingForVariantsTest {

    @Test
    @DisplayName("D58, D60: brings the variants that were asked for")
    void bringsTheVariantsThatWereAskedFor() {
        var alice = Api.as("wishing-alice", "user");
        var wishes = Map.of("widths", List.of(80, 40), "format", "jpeg", "quality", 60);
        var body = start("default", wishes);
        var started = alice.startAndSend(body, Samples.png(160, 120));
        alice.finish(started.getString("id"));

        var file = alice.processed(started.getString("id"));

        assertThat(file.getString("processing.state")).isEqualTo("ready");
        assertThat(file.getList("variants.name")).containsExactly("w40", "w80");
        assertThat(file.getList("variants.file_type")).containsOnly("image/jpeg");
    }

    @Test
    void isNotPossibleEverywhere() {
        var refused = Api.as("wishing-bob", "user").tryStart(start("phone", Map.of("quality", 60)));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("image_wish_not_allowed");
        assertThat(refused.jsonPath().getString("allowed")).isEqualTo("nothing");
    }

    @Test
    void hasBounds() {
        var bob = Api.as("wishing-bob", "user");

        for (var wishes :
                List.of(
                        Map.of("widths", List.of(5000)),
                        Map.of("format", "bmp"),
                        Map.of("quality", 100))) {
            var refused = bob.tryStart(start("default", wishes));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.jsonPath().getString("wish")).startsWith("image.");
        }
        var none = bob.tryStart("{\"file_name\": \"a.png\", \"image\": {\"widths\": [null]}}");
        assertThat(none.statusCode()).isEqualTo(422);
    }

    @Test
    void makesAnotherStartOfOneKey() {
        var bob = Api.as("wishing-bob", "user");
        bob.start(start("default", Map.of("quality", 60)), "wish");

        var other = bob.tryStart(start("default", Map.of("quality", 61)), "wish");

        assertThat(other.jsonPath().getString("code")).isEqualTo("idempotency_key_reused");
    }

    @Test
    @DisplayName("D59: finds the terms in the profile")
    void findsTheTermsInTheProfile() {
        var profiles = Api.as("wishing-bob", "user").request().get("/api/profiles").jsonPath();
        var avatar = "items.find { it.name == 'avatar' }.";

        assertThat(profiles.getList(avatar + "variants.fit")).containsOnly("square");
        assertThat(profiles.getList(avatar + "variants.name")).containsExactly("w64", "w256");
        assertThat(profiles.getBoolean(avatar + "placeholder")).isTrue();
        assertThat(profiles.<Object>get(avatar + "wishes")).isNull();
        assertThat(profiles.getInt("items.find { it.name == 'default' }.wishes.max_width"))
                .isEqualTo(2000);
    }

    private static Map<String, Object> start(String profile, Map<String, ?> image) {
        return Map.of(
                "file_name", "a.png", "file_type", "image/png", "profile", profile, "image", image);
    }
}
