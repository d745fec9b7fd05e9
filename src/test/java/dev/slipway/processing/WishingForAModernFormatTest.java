package dev.slipway.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.flow.Api;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@QuarkusTest
@TestProfile(WithLibvips.class)
@QuarkusTestResource(PostgresResource.class)
@EnabledIf(
        value = "dev.slipway.processing.WithLibvips#isThere",
        disabledReason = "no usable libvips on this machine")
@DisplayName("D58, D72: wishing for a modern format")
class WishingForAModernFormatTest {

    @Test
    @DisplayName("D72: brings WebP")
    void bringsWebp() {
        assertThat(variant("webp")).containsPattern("^RIFF(?s:....)WEBP");
    }

    @Test
    @EnabledIf(
            value = "dev.slipway.processing.WithLibvips#writesAvif",
            disabledReason = "this libvips writes no AVIF")
    @DisplayName("D72: brings AVIF")
    void bringsAvif() {
        assertThat(variant("avif")).containsPattern("^(?s:....)ftypavif");
    }

    /// What the browser gets.
    private static String variant(String format) {
        var alice = Api.as("modern-alice", "user");
        var wishes = Map.of("widths", List.of(80), "format", format);
        var body = Map.of("file_name", "a.png", "file_type", "image/png", "image", wishes);
        var id = alice.startAndSend(body, Samples.png(160, 120)).getString("id");
        alice.finish(id);
        var file = alice.processed(id);

        assertThat(file.getString("processing.state")).isEqualTo("ready");
        assertThat(file.getList("variants.name")).containsExactly("w80");
        assertThat(file.getString("variants[0].file_type")).isEqualTo("image/" + format);
        assertThat(file.getInt("variants[0].height")).isEqualTo(60);
        var sent = FormPost.get(file.getString("variants[0].url"));
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.headers().firstValue("Content-Type")).hasValue("image/" + format);
        assertThat(sent.body()).hasSize(file.getInt("variants[0].size"));
        return new String(sent.body(), StandardCharsets.ISO_8859_1);
    }
}
