package dev.slipway.ops;

import io.quarkus.runtime.Quarkus;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Starts the server. When it cannot start because of its settings or of what they name, the
/// last line on standard error is one sentence that says what to change, and the exit code is
/// 1.
public final class StartServer {

    private static final Logger LOG = Logger.getLogger(StartServer.class);
    private static final int REFUSED = 1;

    private StartServer() {}

    /// Returns when the server has ended.
    public static void run() {
        var missing = new RequiredSettings(ConfigProvider.getConfig()).findMissing();
        if (missing.isPresent()) {
            say(missing.get());
            System.exit(REFUSED);
        }
        Quarkus.run(null, StartServer::end);
    }

    private static void end(int exitCode, @Nullable Throwable failure) {
        if (failure != null) {
            StartFailure.findSentence(failure)
                    .ifPresentOrElse(
                            StartServer::say, () -> LOG.fatal("Slipway does not start", failure));
        }
        System.exit(exitCode);
    }

    private static void say(String sentence) {
        System.err.println("Slipway does not start: " + sentence);
    }
}
