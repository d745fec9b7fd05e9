package dev.slipway.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.file.Files;
import dev.slipway.file.ForgetCopies;
import dev.slipway.file.ProcessingState;
import dev.slipway.file.Runs;
import dev.slipway.flow.Api;
import dev.slipway.flow.Rows;
import dev.slipway.flow.Samples;
import dev.slipway.flow.SettableClock;
import dev.slipway.image.Capabilities;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.ImageRefusal;
import dev.slipway.image.Inspection;
import dev.slipway.image.RenderedVariant;
import dev.slipway.image.Rendering;
import dev.slipway.image.VariantPlan;
import dev.slipway.image.jdk.JdkEngine;
import dev.slipway.job.Job;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.StoredObject;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D70: a picture that is refused when some of it has been stored")
class RefusedHalfwayTest {

    @Inject Files files;
    @Inject Runs runs;
    @Inject RecordVariants recordVariants;
    @Inject ForgetCopies forgetCopies;
    @Inject PictureStore pictures;
    @Inject ImageMemory memory;
    @Inject ObjectStore store;
    @Inject SettableClock clock;
    @Inject Rows rows;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void leavesNothingWithoutARow() {
        var id = picture();
        var before = objects(id);
        assertThat(before).hasSize(3);
        var file = files.find(id).orElseThrow();
        assertThat(runs.want(file, Optional.empty())).isTrue();
        rows.update("update variant set object_key = null where content_id = ?", id);

        renderWith(new FakeRefusingEngine()).run(id.toString(), 1);

        assertThat(files.find(id).orElseThrow().processing()).isEqualTo(ProcessingState.FAILED);
        assertThat(isToForgetCopies(id)).isTrue();
        clock.goOn(Duration.ofHours(2));
        assertThat(forgetCopies.run(id.toString(), 1)).isEqualTo(new Job.Outcome.Done());
        assertThat(objects(id))
                .extracting(StoredObject::key)
                .containsExactly(file.finishedContent().key());
    }

    private RenderVariants renderWith(ImageEngine engine) {
        var renderPicture = new RenderPicture(runs, pictures, new RenderWhenFree(engine, memory));
        return new RenderVariants(runs, renderPicture, recordVariants);
    }

    private boolean isToForgetCopies(UUID id) {
        return !rows.texts(
                        "select task_name from scheduled_tasks where task_name = ? and"
                                + " task_instance = ?",
                        ForgetCopies.NAME,
                        id.toString())
                .isEmpty();
    }

    private List<StoredObject> objects(UUID id) {
        var key = files.find(id).orElseThrow().finishedContent().key().value();
        return store.list(key.substring(0, key.lastIndexOf('/') + 1), null).objects();
    }

    private UUID picture() {
        var alice = Api.as("halfway-alice", "user");
        var body = Map.of("file_name", "a.png", "file_type", "image/png", "profile", "phone");
        var id = alice.startAndSend(body, Samples.png(400, 300)).getString("id");
        alice.finish(id);
        alice.processed(id);
        return UUID.fromString(id);
    }

    /// Renders all there is, and then finds the picture broken.
    private static final class FakeRefusingEngine implements ImageEngine {

        private final ImageEngine real =
                new JdkEngine(ImageLimits.within(1 << 26), Duration.ofMinutes(1));

        @Override
        public Capabilities capabilities() {
            return real.capabilities();
        }

        @Override
        public Inspection inspect(Path source, List<VariantPlan> plans) {
            return real.inspect(source, plans);
        }

        @Override
        public long weight(ImageHeader header, List<VariantPlan> plans) {
            return real.weight(header, plans);
        }

        @Override
        public Rendering render(
                Path source,
                ImageHeader header,
                List<VariantPlan> plans,
                Path folder,
                java.util.function.Consumer<RenderedVariant> sink) {
            real.render(source, header, plans, folder, sink);
            return new ImageRefusal(ImageRefusal.CORRUPT_IMAGE, "Its last lines are missing.");
        }
    }
}
