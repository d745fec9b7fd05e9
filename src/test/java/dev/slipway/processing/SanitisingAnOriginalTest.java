package dev.slipway.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.file.ForgetObject;
import dev.slipway.flow.Api;
import dev.slipway.flow.Books;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.Rows;
import dev.slipway.flow.Samples;
import dev.slipway.image.Painted;
import dev.slipway.image.PictureFile;
import dev.slipway.job.Job;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.ObjectStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D75: an original that is to be sanitised")
class SanitisingAnOriginalTest {

    @Inject RenderVariants renderVariants;
    @Inject ForgetObject forgetObject;
    @Inject ByHand byHand;
    @Inject ObjectStore store;
    @Inject Rows rows;
    @Inject Books books;
    @Inject StripLater stripLater;

    private Api alice;

    @BeforeEach
    void signIn() {
        alice = Api.as("clean-alice", "user");
    }

    @Test
    @DisplayName("D75: is published without its position, with what its new bytes are")
    void losesItsMetadata() throws Exception {
        var photo = PictureFile.withExif(Samples.jpeg(300, 200), 6);

        var finished = finished("photo.jpg", "image/jpeg", photo);
        var file = alice.processed(finished.getString("id"));

        assertThat(file.getString("processing.state")).isEqualTo("ready");
        var sent = FormPost.get(file.getString("url"));
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(text(sent.body())).doesNotContain(PictureFile.SECRET).contains("Exif\0\0");
        assertThat(file.getInt("size")).isEqualTo(sent.body().length).isLessThan(photo.length);
        assertThat(file.getString("checksum_sha256")).isEqualTo(sha256(sent.body()));
        assertThat(file.getString("etag")).isNotEqualTo(finished.getString("etag"));
        var id = UUID.fromString(file.getString("id"));
        assertThat(rows.text("select charged from file where id = ?", id))
                .isEqualTo(file.getString("size"));
    }

    @Test
    @DisplayName("D75: leaves nothing of what was brought, and is not changed again")
    void leavesNothingOfWhatWasBrought() {
        var noted = PictureFile.withChunk(Samples.png(30, 20), "tEXt", note());
        var finished = finished("picture.png", "image/png", noted);
        var brought = key(finished.getString("canonical_url"));
        var id = UUID.fromString(finished.getString("id"));
        var file = alice.processed(id.toString());
        assertThat(key(file.getString("canonical_url"))).isNotEqualTo(brought);

        assertThat(forgetObject.run(brought, 1)).isEqualTo(new Job.Outcome.Done());
        assertThat(store.find(new ObjectKey(brought))).isEmpty();
        assertThat(byHand.objects(id)).hasSize(1);

        byHand.want(id);
        assertThat(renderVariants.run(id.toString(), 1)).isEqualTo(new Job.Outcome.Done());
        var again = alice.show(id.toString());
        assertThat(again.getString("canonical_url")).isEqualTo(file.getString("canonical_url"));
        assertThat(again.getString("etag")).isEqualTo(file.getString("etag"));
        assertThat(byHand.objects(id)).hasSize(1);
    }

    @Test
    @DisplayName("D75: stays as it is where there is nothing to take out, or it is of another kind")
    void staysAsItIsOtherwise() {
        var finished = finished("picture.png", "image/png", Samples.png(30, 20));
        var file = alice.processed(finished.getString("id"));
        assertThat(file.getString("canonical_url")).isEqualTo(finished.getString("canonical_url"));
        assertThat(file.getString("processing.state")).isEqualTo("ready");

        var gif = PictureFile.gif(Painted.plain(2, 2, Painted.RED));
        var other = finished("a.gif", "image/gif", gif);
        assertThat(other.getString("processing.state")).isEqualTo("none");
    }

    @Test
    @DisplayName("D75 D147: costs its owner what its new bytes are, and no open upload more")
    void leavesTheAccountRight() {
        alice = Api.as("clean-account", "user");
        var noted = PictureFile.withChunk(Samples.png(30, 20), "tEXt", note());
        var finished = finished("picture.png", "image/png", noted);
        var file = alice.processed(finished.getString("id"));

        assertThat(file.getInt("size")).isLessThan(noted.length);
        assertThat(books.of("clean-account")).isEqualTo(new Books.Account(file.getLong("size"), 0));
    }

    @Test
    @DisplayName("D75: says so where a picture is broken, and leaves all of its bytes")
    void saysThatItIsNot() {
        var photo = PictureFile.withExif(Samples.jpeg(300, 200), 6);
        var cutOff = Arrays.copyOf(photo, photo.length - 500);

        var finished = finished("photo.jpg", "image/jpeg", cutOff);
        var file = alice.processed(finished.getString("id"));

        assertThat(file.getString("processing.state")).isEqualTo("failed");
        assertThat(file.getString("processing.error.code")).isEqualTo("not_sanitised");
        assertThat(file.getString("etag")).isEqualTo(finished.getString("etag"));
        assertThat(FormPost.get(file.getString("url")).body()).isEqualTo(cutOff);
    }

    @Test
    @DisplayName("D75: is what the variants are made of, turned as the one that was brought")
    void isWhatTheVariantsAreMadeOf() {
        var id = started("phone", PictureFile.withExif(Samples.jpeg(400, 200), 6));
        alice.finish(id);

        var file = alice.processed(id);

        assertThat(file.getList("variants.state")).hasSize(2).containsOnly("ready");
        assertThat(file.getList("variants.width")).containsExactly(100, 200);
        assertThat(file.getList("variants.height")).containsExactly(200, 400);
        assertThat(file.getInt("width")).isEqualTo(200);
        for (var url : file.getList("variants.url", String.class)) {
            assertThat(text(FormPost.get(url).body())).doesNotContain(PictureFile.SECRET);
        }
        assertThat(text(FormPost.get(file.getString("url")).body()))
                .doesNotContain(PictureFile.SECRET);
    }

    @Test
    @DisplayName("D75 D86: is for everybody where the profile says so")
    void isPublic() {
        var id = started("avatar", PictureFile.withExif(Samples.jpeg(400, 200), 6));
        var brought = alice.finish(id).getString("canonical_url");

        var file = alice.processed(id);

        assertThat(file.getString("processing.state")).isEqualTo("ready");
        var address = file.getString("canonical_url");
        assertThat(address).contains("/public/").isNotEqualTo(brought);
        var sent = FormPost.get(address);
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(text(sent.body())).doesNotContain(PictureFile.SECRET);
        assertThat(sent.headers().firstValue("Cache-Control").orElseThrow())
                .contains("public", "immutable");
        forgetObject.run(brought.substring(brought.indexOf("public/")), 1);
        assertThat(FormPost.get(brought).statusCode()).isEqualTo(404);
    }

    /// Of a profile that does not ask for it by itself.
    private String started(String profile, byte[] jpeg) {
        var body = Map.of("file_name", "a.jpg", "file_type", "image/jpeg", "profile", profile);
        var id = alice.startAndSend(body, jpeg).getString("id");
        stripLater.strip(id);
        return id;
    }

    private JsonPath finished(String name, String type, byte[] bytes) {
        var body = Map.of("file_name", name, "file_type", type, "profile", "clean");
        return alice.finish(alice.startAndSend(body, bytes).getString("id"));
    }

    private static byte[] note() {
        return ("Comment\0" + PictureFile.SECRET).getBytes(StandardCharsets.US_ASCII);
    }

    private static String key(String address) {
        return address.substring(address.indexOf("private/"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
