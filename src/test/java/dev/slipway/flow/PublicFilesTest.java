package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D86: an avatar, which everybody may see")
class PublicFilesTest {

    private static final int ALMOST_WHITE = 250;

    private Api alice;

    @BeforeEach
    void signIn() {
        alice = Api.as("alice", "user");
    }

    @Test
    void needsNoSignature() {
        var picture = Samples.png(300, 200);
        var file = avatar(picture);
        assertThat(file.getString("visibility")).isEqualTo("public");
        assertThat(file.getString("canonical_url")).contains("/public/").doesNotContain("?");
        assertThat(file.getString("url")).contains("/public/");
        for (var url : List.of(file.getString("canonical_url"), file.getString("url"))) {
            assertThat(FormPost.get(url).body()).isEqualTo(picture);
            var answer = FormPost.get(unsigned(url));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(picture);
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("public", "immutable");
        }
    }

    @Test
    void hasAnAddressThatStaysTheSame() {
        var file = avatar(Samples.png(300, 200));
        assertThat(file.getString("url")).isEqualTo(file.getString("canonical_url"));
        assertThat(file.getString("img.srcset")).doesNotContain("signature=");
    }

    @Test
    @DisplayName("D60: becomes JPEG squares cut out of the middle")
    void becomesSquares() throws IOException {
        var file = avatar(Samples.png(400, 300));
        assertThat(file.getString("processing.state")).isEqualTo("ready");
        assertThat(file.getList("variants.name")).containsExactly("w64", "w256");
        assertThat(file.getList("variants.width")).containsExactly(64, 256);
        assertThat(file.getList("variants.height")).containsExactly(64, 256);
        assertThat(file.getList("variants.file_type")).containsOnly("image/jpeg");
        for (var at = 0; at < 2; at++) {
            var url = file.getString("variants[" + at + "].url");
            assertThat(url).contains("/public/");
            var answer = FormPost.get(unsigned(url));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
            assertThat(answer.body()).hasSize(file.getInt("variants[" + at + "].size"));
            var variant = ImageIO.read(new ByteArrayInputStream(answer.body()));
            assertThat(variant.getWidth()).isEqualTo(file.getInt("variants[" + at + "].width"));
            assertThat(variant.getHeight()).isEqualTo(variant.getWidth());
        }
        assertThat(file.getString("img.src")).isEqualTo(file.getString("variants[1].url"));
        assertThat(file.getString("img.srcset")).contains(" 64w, ").endsWith(" 256w");
    }

    @Test
    @DisplayName("D57: is never enlarged")
    void isNeverEnlarged() {
        var file = avatar(Samples.png(120, 100));
        assertThat(file.getList("variants.width")).containsExactly(64, 100);
        assertThat(file.getList("variants.height")).containsExactly(64, 100);
    }

    @Test
    @DisplayName("D63: is laid on white where it is transparent")
    void isLaidOnWhite() throws IOException {
        var file = avatar(redOnTheRight());
        for (var url : file.getList("variants.url", String.class)) {
            var variant = ImageIO.read(new ByteArrayInputStream(FormPost.get(url).body()));
            var side = variant.getWidth();
            var left = new Color(variant.getRGB(side / 8, side / 2));
            assertThat(left.getRed()).isGreaterThan(ALMOST_WHITE);
            assertThat(left.getGreen()).isGreaterThan(ALMOST_WHITE);
            assertThat(left.getBlue()).isGreaterThan(ALMOST_WHITE);
            var right = new Color(variant.getRGB(side * 7 / 8, side / 2));
            assertThat(right.getRed()).isGreaterThan(200);
            assertThat(right.getGreen()).isLessThan(50);
        }
    }

    @Test
    @DisplayName("D18: the profiles tell a client its limits, the usual ones first")
    void theProfilesTellTheLimits() {
        var answer = profiles(alice);
        assertThat(answer.getString("items[0].name")).isEqualTo("default");
        assertThat(answer.getList("items.name")).contains("avatar").doesNotContain("staff");
        assertThat(answer.getMap("items[0]"))
                .containsOnlyKeys(
                        "name",
                        "types",
                        "extensions",
                        "max_size",
                        "visibility",
                        "widths",
                        "variants",
                        "placeholder",
                        "strip_originals",
                        "wishes",
                        "expires_in");
        var avatar = "items.find { it.name == 'avatar' }.";
        assertThat(answer.getList(avatar + "types"))
                .containsExactly("image/jpeg", "image/png", "image/gif", "image/webp");
        assertThat(answer.getList(avatar + "extensions")).contains(".jpg", ".jpeg", ".png");
        assertThat(answer.getInt(avatar + "max_size")).isEqualTo(5 << 20);
        assertThat(answer.getString(avatar + "visibility")).isEqualTo("public");
        assertThat(answer.getList(avatar + "widths")).containsExactly(64, 256);
        assertThat(answer.getInt(avatar + "expires_in")).isEqualTo(900);
    }

    @Test
    void aProfileForAdminsIsShownToAdminsOnly() {
        assertThat(profiles(Api.as("root", "admin")).getList("items.name"))
                .startsWith("default")
                .contains("avatar", "staff");
        assertThat(profiles(Api.as("shop", "service")).getList("items.name"))
                .contains("avatar")
                .doesNotContain("staff");
    }

    private static JsonPath profiles(Api api) {
        return api.request().get("/api/profiles").then().statusCode(200).extract().jsonPath();
    }

    private JsonPath avatar(byte[] picture) {
        var started =
                alice.startAndSend(
                        Map.of(
                                "file_name", "me.png",
                                "file_type", "image/png",
                                "profile", "avatar"),
                        picture);
        alice.finish(started.getString("id"));
        return alice.processed(started.getString("id"));
    }

    private static String unsigned(String url) {
        return url.replaceAll("[?].*", "");
    }

    /// Its left half is transparent (black, if one forgets).
    private static byte[] redOnTheRight() throws IOException {
        var image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB);
        for (var y = 0; y < 400; y++) {
            for (var x = 200; x < 400; x++) {
                image.setRGB(x, y, Color.RED.getRGB());
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
