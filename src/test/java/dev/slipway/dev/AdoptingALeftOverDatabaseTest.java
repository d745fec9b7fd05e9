package dev.slipway.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that runs without the JVM that started it, as after `kill -9`.
class AdoptingALeftOverDatabaseTest {

    private static final Duration AT_ONCE = Duration.ofMillis(200);

    @TempDir static Path home;

    private static EmbeddedPostgres server;

    @TempDir Path elsewhere;

    @BeforeAll
    static void leaveOneBehind() throws IOException {
        server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(home.resolve("postgres"))
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .start();
    }

    @AfterAll
    static void stopIt() throws IOException {
        server.close();
    }

    @Test
    void takesItOverOnItsPortAndWithItsDataAndAtOnce() throws Exception {
        execute(url(server.getPort()), "create table kept as select 42 as answer");
        Files.writeString(home.resolve("postgres.owner"), deadPid() + "\n" + Instant.EPOCH + "\n");
        var begun = System.nanoTime();

        var adopted = EmbeddedDatabase.keptIn(home.resolve("postgres"));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        assertThat(adopted.jdbcUrl()).isEqualTo(url(server.getPort()));
        assertThat(answer(adopted.jdbcUrl())).isEqualTo(42);
        assertThat(Files.readString(home.resolve("postgres.owner")))
                .startsWith(ProcessHandle.current().pid() + "\n");
    }

    @Test
    void startsAServerWhereOnlyTheFileOfADeadOneIsLeft() throws Exception {
        var folder = elsewhere.resolve("postgres");
        EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .start()
                .close();
        leavePidFile(folder, deadPid(), "ready");

        var started = EmbeddedDatabase.keptIn(folder);

        var running = LeftOverServer.find(folder).orElseThrow();
        try {
            assertThat(started.jdbcUrl()).isEqualTo(url(running.port()));
            execute(started.jdbcUrl(), "select 1");
        } finally {
            running.stop();
            running.process().onExit().join();
        }
    }

    @Test
    void takesAnotherProgramForNoServer() throws IOException {
        leavePidFile(elsewhere, ProcessHandle.current().pid(), "ready");

        assertThat(LeftOverServer.find(elsewhere, AT_ONCE)).isEmpty();
        assertThat(elsewhere.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void takesAFileThatNamesNoProcessForNoServer() throws IOException {
        Files.writeString(elsewhere.resolve("postmaster.pid"), "");

        assertThat(LeftOverServer.find(elsewhere, AT_ONCE)).isEmpty();
        assertThat(elsewhere.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void leavesALivingServerAloneThatIsNotReady() throws IOException {
        var pid = server(home).process().pid();
        leavePidFile(elsewhere, pid, "starting");

        assertThatIllegalStateException()
                .isThrownBy(() -> LeftOverServer.find(elsewhere, AT_ONCE))
                .withMessageContaining(elsewhere.toString())
                .withMessageContaining("process " + pid);
        assertThat(elsewhere.resolve("postmaster.pid")).exists();
    }

    @Test
    void knowsALivingOwnerFromAnotherProcessOfItsNumber() throws IOException {
        var folder = elsewhere.resolve("postgres");
        var living = server(home).process();
        var start = living.info().startInstant().orElseThrow();

        leaveOwner(living.pid(), start);
        assertThat(new Ownership(folder).isSomebodyElses()).isTrue();

        leaveOwner(living.pid(), start.minus(Duration.ofMinutes(5)));
        assertThat(new Ownership(folder).isSomebodyElses()).isFalse();
    }

    @Test
    void takesWhatItHasWrittenItselfForItsOwn() {
        var ownership = new Ownership(elsewhere.resolve("postgres"));
        ownership.take();

        assertThat(ownership.isSomebodyElses()).isFalse();
        assertThat(NotedProcess.current().isAlive()).isTrue();
    }

    private static LeftOverServer server(Path folder) {
        return LeftOverServer.find(folder.resolve("postgres")).orElseThrow();
    }

    private void leaveOwner(long pid, Instant start) throws IOException {
        Files.writeString(elsewhere.resolve("postgres.owner"), pid + "\n" + start + "\n");
    }

    private static void leavePidFile(Path folder, long pid, String state) throws IOException {
        var port = server.getPort();
        Files.writeString(
                folder.resolve("postmaster.pid"),
                "%d\n%s\n1700000000\n%d\n\nlocalhost\n1 2\n%s\n"
                        .formatted(pid, folder, port, state));
    }

    private static long deadPid() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "--version").start();
        process.waitFor();
        return process.pid();
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int answer(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select answer from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
