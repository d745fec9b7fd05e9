package dev.slipway.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.FormPost;
import dev.slipway.flow.Samples;
import dev.slipway.storage.s3.S3ProxyResource;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("D90 D144: the packaged program's commands for storages")
class StorageCommandsIT {

    private static final byte[] TEXT = Samples.text(3000);

    @TempDir Path folder;

    @AfterEach
    void forgetTheAddress() {
        RestAssured.reset();
    }

    @Test
    @DisplayName("compare a storage with the rows, move the files to another one, and print it")
    void reconcileAndMigrate() throws Exception {
        var s3 = new S3ProxyResource();
        try {
            var settings = new HashMap<>(s3.start());
            settings.put("slipway.storage", "local");
            settings.put("slipway.storage.read", "s3");
            var installation = Installation.in(folder).with(settings);
            var id = upload(installation);

            var compared = installation.command("reconcile", "--checksums");
            assertThat(compared.exitCode()).as("%s", compared).isZero();
            assertThat(compared.out())
                    .isEqualTo(
                            """
                            objects: 1
                            objects without a row: 0
                            rows without an object: 0
                            damaged objects: 0
                            removed: 0
                            """);

            var moved =
                    installation.command("migrate", "--from=local", "--to=s3", "--delete-source");
            assertThat(moved.exitCode()).as("%s", moved).isZero();
            assertThat(moved.out())
                    .isEqualTo(
                            """
                            files moved: 1
                            objects removed: 0
                            objects remaining: 1
                            files left: 0
                            """);
            assertThat(contentOf(installation, id)).isEqualTo(TEXT);

            var nowhere = installation.command("reconcile", "--storage=tape");
            assertThat(nowhere.exitCode()).isEqualTo(2);
            assertThat(nowhere.err()).contains("There is no storage 'tape' configured.");
            assertThat(Run.command(folder, "migrate", "--to=s3").exitCode()).isEqualTo(2);
        } finally {
            s3.stop();
        }
    }

    private static String upload(Installation installation) {
        try (var _ = installation.start()) {
            RestAssured.baseURI = installation.address().toString();
            var alice = installation.as("alice", "user");
            return alice.upload("a.txt", "text/plain", TEXT).getString("id");
        }
    }

    private static byte[] contentOf(Installation installation, String id) {
        try (var _ = installation.start()) {
            var file = installation.as("alice", "user").show(id);
            assertThat(file.getString("storage")).isEqualTo("s3");
            return FormPost.get(file.getString("url")).body();
        }
    }
}
