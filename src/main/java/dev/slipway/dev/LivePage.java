package dev.slipway.dev;

import io.quarkus.arc.profile.IfBuildProfile;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;

/// Serves the page from its source folder while developing: live reload would copy an edited
/// file to the wrong place, because the folder is packaged under another name.
@Singleton
@IfBuildProfile("dev")
final class LivePage {

    private static final Path SOURCE = Path.of("frontend-example", "vanilla").toAbsolutePath();
    private static final int BEFORE_PACKAGED_FILES = -100;

    void serve(@Observes Router router) {
        if (Files.isDirectory(SOURCE)) {
            router.get()
                    .order(BEFORE_PACKAGED_FILES)
                    .handler(
                            StaticHandler.create(FileSystemAccess.ROOT, SOURCE.toString())
                                    .setCachingEnabled(false));
        }
    }
}
