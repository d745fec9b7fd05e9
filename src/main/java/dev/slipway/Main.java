package dev.slipway;

import dev.slipway.ops.Command;
import dev.slipway.ops.StartServer;
import io.quarkus.runtime.annotations.QuarkusMain;

/// Without arguments the server, with arguments a command: `keys`, `token` …
@QuarkusMain
public final class Main {

    Main() {}

    public static void main(String... args) {
        if (args.length == 0) {
            StartServer.run();
        } else {
            System.exit(Command.run(args));
        }
    }
}
