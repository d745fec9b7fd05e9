package dev.slipway.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.file.ForgetCopies;
import dev.slipway.file.ProcessingState;
import dev.slipway.flow.Api;
import dev.slipway.flow.Rows;
import dev.slipway.flow.SettableClock;
import dev.slipway.job.Job;
import dev.slipway.storage.StoredObject;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D70: a picture that is refused when some of it has been stored")
class RefusedHalfwayTest {

    private static final String DUE =
            "select task_name from scheduled_tasks where task_instance = ?";

    @Inject ByHand byHand;
    @Inject ForgetCopies forgetCopies;
    @Inject SettableClock clock;
    @Inject Rows rows;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void leavesNothingWithoutARow() {
        var id = byHand.picture(Api.as("halfway-alice", "user"));
        byHand.want(id);
        rows.update("update variant set object_key = null where content_id = ?", id);
        var engine = FakeEngine.refusing();

        byHand.with(engine).run(id.toString(), 1);

        assertThat(byHand.file(id).processing()).isEqualTo(ProcessingState.FAILED);
        assertThat(byHand.objects(id)).hasSize(5);
        assertThat(rows.texts(DUE, id.toString())).contains(ForgetCopies.NAME);
        clock.goOn(Duration.ofHours(2));
        assertThat(forgetCopies.run(id.toString(), 1)).isEqualTo(new Job.Outcome.Done());
        assertThat(byHand.objects(id))
                .extracting(StoredObject::key)
                .containsExactly(byHand.file(id).finishedContent().key());
    }
}
