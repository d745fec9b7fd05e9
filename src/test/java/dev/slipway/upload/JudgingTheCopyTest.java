package dev.slipway.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.Files;
import dev.slipway.file.ForgetContent;
import dev.slipway.file.ForgetObject;
import dev.slipway.file.Keys;
import dev.slipway.flow.Api;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.OnALesserS3;
import dev.slipway.flow.Samples;
import dev.slipway.flow.SettableClock;
import dev.slipway.problem.Refusal;
import dev.slipway.storage.ObjectStore;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Where the storage cannot copy on condition, the bytes may be swapped between the look and
/// the copy: then the copy is judged.
@QuarkusTest
@TestProfile(OnALesserS3.class)
class JudgingTheCopyTest {

    private static final byte[] FIRST = Samples.png(40, 30);
    private static final byte[] SECOND = padded(Samples.png(30, 40));
    private static final byte[] HTML = padded("<html><script>".getBytes());

    @Inject JudgeUpload judgeUpload;
    @Inject PromoteUpload promoteUpload;
    @Inject RecordUpload recordUpload;
    @Inject FinishUpload finishUpload;
    @Inject ForgetContent forgetContent;
    @Inject ForgetObject forgetObject;
    @Inject Files files;
    @Inject ObjectStore store;
    @Inject SettableClock clock;

    private Api alice;
    private JsonPath started;

    @BeforeEach
    void upload() {
        alice = Api.as("alice", "user");
        started =
                alice.start(
                        Map.of(
                                "file_name", "picture.png",
                                "file_type", "image/png",
                                "file_size", FIRST.length));
        send(FIRST);
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    @DisplayName("D54: bad bytes that were swapped in before the copy never become a file")
    void badBytesAreRefused() {
        var seen = look();
        send(HTML);
        var outcome = (PromoteUpload.Outcome.Refused) promoteUpload.promote(file(), seen);
        assertThat(outcome.reason().code()).isEqualTo("type_mismatch");
        assertThat(store.find(outcome.copy())).isPresent();
        recordUpload.refused(file(), outcome.reason(), outcome.copy());
        assertThat(file().state()).isEqualTo(FileState.REJECTED);
        forgetContent.run(id(), 1);
        assertThat(promoted()).isZero();
        assertThatThrownBy(() -> finishUpload.finish(file())).isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("D54: the bytes that were copied are the ones that were judged and are served")
    void goodBytesAreJudgedAsTheyWereCopied() {
        var seen = look();
        send(SECOND);
        var done = (PromoteUpload.Outcome.Done) promoteUpload.promote(file(), seen);
        recordUpload.accepted(file(), done.content());
        assertThat(FormPost.get(alice.finish(id()).getString("url")).body()).isEqualTo(SECOND);
    }

    @Test
    @DisplayName("D54: a finish that comes late cannot reach the file that another has made")
    void aLateCopyTouchesNobody() {
        var late = look();
        var before = file();
        var url = alice.finish(id()).getString("url");
        send(HTML);
        var outcome = (PromoteUpload.Outcome.Refused) promoteUpload.promote(before, late);
        recordUpload.refused(before, outcome.reason(), outcome.copy());
        assertThat(file().state()).isEqualTo(FileState.FINISHED);
        assertThat(FormPost.get(url).body()).isEqualTo(FIRST);
        clock.goOn(Duration.ofHours(2));
        forgetObject.run(outcome.copy().value(), 1);
        assertThat(store.find(outcome.copy())).isEmpty();
        assertThat(promoted()).isPositive();
    }

    private String id() {
        return started.getString("id");
    }

    private FileRecord file() {
        return files.find(UUID.fromString(id())).orElseThrow();
    }

    private Sighting.Bytes look() {
        var verdict = judgeUpload.judge(file(), Keys.incoming(file().id()));
        return ((Verdict.Accepted) verdict).bytes();
    }

    private void send(byte[] bytes) {
        var sent = FormPost.put(started.getString("url"), started.getMap("headers"), bytes);
        assertThat(sent.statusCode()).isEqualTo(200);
    }

    private long promoted() {
        var prefix = Keys.contentPrefix(file().profile().visibility(), file().id());
        return store.list(prefix, null).objects().size();
    }

    /// A PUT is signed for one size: what follows the end of a picture does no harm.
    private static byte[] padded(byte[] bytes) {
        var padded = Arrays.copyOf(bytes, FIRST.length);
        Arrays.fill(padded, Math.min(bytes.length, padded.length), padded.length, (byte) ' ');
        return padded;
    }
}
