package dev.slipway.storage.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.UploadLegContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LocalUploadLegTest extends UploadLegContract {

    @Inject LocalStorage storage;
    @Inject LocalStorageConfig config;

    @Override
    protected ObjectStore store() {
        return storage.open();
    }

    @AfterEach
    void nothingIsLeftOnTheWay() throws IOException {
        Drafts.assertNone(config.directory());
    }

    @Test
    void saysAsAmazonDoesWhereTheFileIs() throws Exception {
        var answer = form().file("content").send();

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(url -> assertThat(url).startsWith("http"));
    }
}
