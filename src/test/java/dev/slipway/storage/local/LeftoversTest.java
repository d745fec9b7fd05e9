package dev.slipway.storage.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.storage.ByteRange;
import dev.slipway.storage.Judged;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("D91: what a killed process has left is removed, a day later")
class LeftoversTest {

    private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");

    @TempDir Path directory;

    @Test
    void includeOldDraftsButNotTheWorkOfAnotherNode() throws Exception {
        var store = store(NOW);
        var old = draft("old", Duration.ofHours(25));
        var young = draft("young", Duration.ofHours(23));

        store.removeLeftovers();

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void includeOldBytesThatNoKeyNames() throws Exception {
        var file = Files.writeString(directory.resolve("file"), "bytes");
        var key = new ObjectKey("a/b");
        var store = store(NOW.minus(Duration.ofDays(3)));
        var etag = store.write(key, file, ObjectHeaders.ofType("text/plain")).etag();
        var orphan = Files.writeString(directory.resolve("blobs/20260107/orphan"), "x");
        var lonely = orphan(directory.resolve("blobs/20260101"));
        var young = orphan(directory.resolve("blobs/20260109"));

        store(NOW).removeLeftovers();

        assertThat(orphan).doesNotExist();
        assertThat(lonely.getParent()).doesNotExist();
        assertThat(young).exists();
        try (var bytes = store.open(key, etag, ByteRange.first(10)).orElseThrow()) {
            assertThat(bytes).hasContent("bytes");
        }
    }

    @Test
    void areNotLookedForInWhatAnObjectNames() throws Exception {
        var file = Files.writeString(directory.resolve("file"), "bytes");
        var from = new ObjectKey("incoming/1");
        var old = store(NOW.minus(Duration.ofDays(3)));
        var etag = old.write(from, file, ObjectHeaders.ofType("text/plain")).etag();
        var store = store(NOW);
        var to = new ObjectKey("private/1");
        store.promote(Judged.object(from, etag), to, ObjectHeaders.ofType("text/plain"));
        store.delete(List.of(from));

        store(NOW.plus(Duration.ofDays(3))).removeLeftovers();

        assertThat(store.copyTo(to, directory.resolve("copy"))).isTrue();
    }

    private Path draft(String name, Duration age) throws IOException {
        var draft = Files.writeString(directory.resolve("tmp").resolve(name), "half of a fi");
        return Files.setLastModifiedTime(draft, FileTime.from(NOW.minus(age)));
    }

    private static Path orphan(Path day) throws IOException {
        return Files.writeString(Files.createDirectories(day).resolve("orphan"), "x");
    }

    private LocalObjectStore store(Instant now) throws IOException {
        return new LocalObjectStore(
                directory,
                Optional.of("secret"),
                URI.create("http://localhost"),
                UploadMethod.POST,
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
