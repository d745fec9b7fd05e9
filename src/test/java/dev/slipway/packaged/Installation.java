package dev.slipway.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.Api;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// One installation of the packaged program: a folder, a port, a database, a key pair. What one
/// run of the server leaves there, the next one finds.
public final class Installation {

    private final Path folder;
    private final String databaseUrl;
    private final URI address;
    private final Map<String, String> settings;

    private Installation(
            Path folder, String databaseUrl, URI address, Map<String, String> settings) {
        this.folder = folder;
        this.databaseUrl = databaseUrl;
        this.address = address;
        this.settings = Map.copyOf(settings);
    }

    /// An empty one, with keys made by the program itself.
    public static Installation in(Path folder) throws IOException, SQLException {
        var keys = Run.command(folder, "keys", "--out", "keys");
        assertThat(keys.exitCode()).as("%s", keys).isZero();
        var databaseUrl = Databases.create();
        var address = freeAddress();
        var settings = new HashMap<>(Databases.settings(databaseUrl));
        settings.put("quarkus.http.host", address.getHost());
        settings.put("quarkus.http.port", Integer.toString(address.getPort()));
        settings.put("slipway.public-url", address.toString());
        settings.put("mp.jwt.verify.publickey.location", "keys/public-key.pem");
        settings.put("mp.jwt.verify.issuer", "https://packaged.example");
        return new Installation(folder, databaseUrl, address, settings);
    }

    /// The same one with other settings.
    public Installation with(String name, String value) {
        return with(Map.of(name, value));
    }

    public Installation with(Map<String, String> more) {
        var changed = new HashMap<>(settings);
        changed.putAll(more);
        return new Installation(folder, databaseUrl, address, changed);
    }

    public Installation without(String name) {
        var changed = new HashMap<>(settings);
        changed.remove(name);
        return new Installation(folder, databaseUrl, address, changed);
    }

    /// Starts the server and waits until it listens.
    public Program start() {
        return Program.start(process());
    }

    /// The server, not started yet.
    ProcessBuilder process() {
        return Jar.process(folder, settings);
    }

    /// Runs one of the program's commands here.
    Run command(String... args) {
        return Run.of(Jar.process(folder, settings, args));
    }

    /// A user with a token that the program itself has signed.
    public Api as(String subject, String... groups) {
        return Api.withToken(token(subject, groups));
    }

    String token(String subject, String... groups) {
        var run =
                Run.of(
                        Jar.process(
                                folder,
                                settings,
                                "token",
                                "--key=keys/private-key.pem",
                                "--subject=" + subject,
                                "--groups=" + String.join(",", groups)));
        assertThat(run.exitCode()).as("%s", run).isZero();
        return run.out().strip();
    }

    Connection database() throws SQLException {
        return Databases.connect(databaseUrl);
    }

    /// Where the server listens, also the next one.
    public URI address() {
        return address;
    }

    /// Where local storage keeps everything unless told otherwise.
    Path storage() {
        return folder.resolve("data/storage");
    }

    private static URI freeAddress() throws IOException {
        var host = InetAddress.getByName("127.0.0.1");
        try (var socket = new ServerSocket(0, 1, host)) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }
}
