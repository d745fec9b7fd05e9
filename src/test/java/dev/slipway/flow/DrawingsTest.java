package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D135: SVG and HTML")
class DrawingsTest {

    private static final byte[] SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
                    .getBytes(StandardCharsets.UTF_8);

    @Test
    void areRefusedWhereNoProfileNamesThem() {
        var admin = Api.as("root", "admin");
        for (var profile : new String[] {"default", "phone", "staff"}) {
            for (var name : new String[] {"a.svg", "a.html"}) {
                var refusal = admin.tryStart(Map.of("file_name", name, "profile", profile));
                assertThat(refusal.statusCode()).isEqualTo(422);
                assertThat(refusal.jsonPath().getString("code")).isEqualTo("type_not_allowed");
            }
        }
    }

    @Test
    void areServedAsAnAttachmentInASandboxWhereOneDoes() {
        var alice = Api.as("alice", "user");
        var started = alice.startAndSend(Map.of("file_name", "a.svg", "profile", "drawing"), SVG);
        var file = alice.finish(started.getString("id"));
        var answer = FormPost.get(file.getString("url"));
        assertThat(answer.body()).isEqualTo(SVG);
        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Type")).hasValue("image/svg+xml");
        assertThat(headers.firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox")
                .contains("default-src 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
}
