package dev.slipway.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.slipway.PostgresResource;
import dev.slipway.flow.Api;
import dev.slipway.image.Rendering;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D91: local temp file removed after processing")
class LocalFilesOfAPictureTest {

    @Inject ByHand byHand;

    private UUID id;

    @BeforeEach
    void finishAPicture() {
        id = byHand.picture(Api.as("local-alice", "user"));
        byHand.want(id);
    }

    @Test
    @DisplayName("D91: local temp file removed after processing that succeeds")
    void areGoneAfterASuccess() {
        var engine = new FakeEngine(UnaryOperator.identity());
        byHand.with(engine).run(id.toString(), 1);
        assertGone(engine);
    }

    @Test
    @DisplayName("D91: local temp file removed after processing that refuses the picture")
    void areGoneAfterARefusal() {
        var engine = FakeEngine.refusing();
        byHand.with(engine).run(id.toString(), 1);
        assertGone(engine);
    }

    @Test
    @DisplayName("D91: local temp file removed after processing that fails")
    void areGoneAfterAFailure() {
        var engine = new FakeEngine(LocalFilesOfAPictureTest::fail);
        var renderVariants = byHand.with(engine);
        assertThatIllegalStateException().isThrownBy(() -> renderVariants.run(id.toString(), 1));
        assertGone(engine);
    }

    private static Rendering fail(Rendering rendered) {
        throw new IllegalStateException("something broke after " + rendered);
    }

    private static void assertGone(FakeEngine engine) {
        assertThat(engine.folders()).hasSize(1).allSatisfy(it -> assertThat(it).doesNotExist());
    }
}
