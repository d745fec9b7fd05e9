package dev.slipway.storage.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.storage.ByteRange;
import dev.slipway.storage.Judged;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectStore;
import dev.slipway.storage.ObjectStoreContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalObjectStoreTest extends ObjectStoreContract {

    @TempDir Path directory;

    private ObjectStore store;

    @BeforeEach
    void makeStore() throws Exception {
        store = storeWith("secret");
    }

    private ObjectStore storeWith(String secret) throws IOException {
        return new LocalObjectStore(
                directory,
                Optional.of(secret),
                URI.create("http://localhost:8080"),
                UploadMethod.POST,
                Clock.systemUTC());
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Test
    void keepsAKeyThatIsAlsoAFolder() throws Exception {
        put(key("a"), "outer");
        put(key("a/b"), "inner");
        put(key("a.json/b"), "other");

        assertThat(text(key("a"))).isEqualTo("outer");
        assertThat(text(key("a/b"))).isEqualTo("inner");
        assertThat(text(key("a.json/b"))).isEqualTo("other");
    }

    @Test
    void saysTheMd5OfTheBytesAsS3Does() throws Exception {
        assertThat(put(key("a"), "bytes").etag()).isEqualTo("4b3a6218bb3e3a7303e8a171a60fcf92");
    }

    @Test
    void leavesNothingBesideTheObjects() throws Exception {
        var etag = put(key("a/b"), "one").etag();
        put(key("a/b"), "two");
        store.promote(
                Judged.object(key("a/b"), etag), key("c"), ObjectHeaders.ofType("text/plain"));
        store.delete(List.of(key("a/b")));

        assertThat(files("tmp")).isEmpty();
        assertThat(files("blobs")).isEmpty();
        assertThat(files("objects")).isEmpty();
    }

    @Test
    void promotesWithoutCopyingTheBytes() throws Exception {
        var etag = put(key("from"), "bytes").etag();

        store.promote(
                Judged.object(key("from"), etag), key("to"), ObjectHeaders.ofType("text/plain"));

        assertThat(files("blobs"))
                .hasSize(2)
                .allSatisfy(
                        blob -> assertThat(Files.getAttribute(blob, "unix:nlink")).isEqualTo(2));
    }

    @Test
    void seesWhatAnotherNodeOnTheSameDirectoryDoes() throws Exception {
        var other = storeWith("secret");
        put(key("a"), "bytes");

        assertThat(other.find(key("a"))).isEqualTo(store.find(key("a")));
        other.delete(List.of(key("a")));

        assertThat(store.find(key("a"))).isEmpty();
    }

    @Test
    void neverShowsAMixtureWhileAnObjectIsReplaced() throws Exception {
        var key = key("contested");
        var contents = IntStream.range(0, 4).mapToObj(i -> ("" + i).repeat(5000 + i)).toList();
        var whole = new HashSet<String>();
        for (var content : contents) {
            whole.add(put(key, content).etag() + content);
        }
        var tasks = new ArrayList<Callable<List<String>>>();
        for (var content : contents) {
            tasks.add(
                    () -> {
                        for (int i = 0; i < 25; i++) {
                            put(key, content);
                        }
                        return List.of();
                    });
        }
        for (int reader = 0; reader < 4; reader++) {
            tasks.add(
                    () -> {
                        var seen = new ArrayList<String>();
                        for (int i = 0; i < 50; i++) {
                            var object = store.find(key).orElseThrow();
                            store.open(key, object.etag(), ByteRange.first(10_000))
                                    .ifPresent(in -> seen.add(object.etag() + read(in)));
                        }
                        return seen;
                    });
        }

        var seen = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(tasks)) {
                seen.addAll(done.get());
            }
        }

        assertThat(whole).containsAll(seen);
        assertThat(contents).contains(text(key));
    }

    private List<Path> files(String folder) throws IOException {
        try (var walk = Files.walk(directory.resolve(folder))) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
