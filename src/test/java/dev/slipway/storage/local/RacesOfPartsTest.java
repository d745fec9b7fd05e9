package dev.slipway.storage.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.storage.Completion;
import dev.slipway.storage.ObjectHeaders;
import dev.slipway.storage.ObjectKey;
import dev.slipway.storage.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("D23: whatever happens to one upload at once, an object is one of its states")
class RacesOfPartsTest {

    private final ObjectKey key = new ObjectKey("incoming/1");

    @TempDir Path directory;

    private LocalParts node;
    private LocalParts other;
    private String id;

    @BeforeEach
    void beginAnUpload() throws IOException {
        var now = Instant.parse("2026-01-10T12:00:00Z");
        node = LocalParts.in(directory, now);
        other = LocalParts.in(directory, now);
        id = node.store().multipart().begin(key, ObjectHeaders.ofType("text/plain"), false);
    }

    @RepeatedTest(10)
    void theSamePartByManyIsOneOfThem() throws Exception {
        var sent = atOnce(IntStream.range(0, 6).mapToObj(i -> bring(node, "number " + i)).toList());

        var part = node.store().multipart().parts(key, id).orElseThrow();

        assertThat(part).singleElement().isIn(sent.stream().map(Optional::orElseThrow).toList());
        assertThat(node.files("blobs")).hasSize(1);
        assertThat(complete(node, part)).isEqualTo(new Completion.Done());
        assertThat(md5(node.content(key))).isEqualTo(part.getFirst().etag());
    }

    @RepeatedTest(10)
    void aLatePartIsInTheUploadOrTooLateAndNeverInTheObject() throws Exception {
        var first = List.of(bring(node, "first").call().orElseThrow());

        var ends =
                atOnce(
                        List.<Callable<Object>>of(
                                () -> complete(node, first),
                                () -> bring(node, "late").call(),
                                () -> bring(node, "later").call()));

        if (ends.getFirst() instanceof Completion.Done) {
            assertThat(node.content(key)).asString(UTF_8).isEqualTo("first");
            assertThat(node.store().multipart().parts(key, id)).isEmpty();
        } else {
            assertThat(node.store().find(key)).isEmpty();
            assertThat(node.store().multipart().parts(key, id).orElseThrow()).hasSize(1);
        }
        assertThat(node.files("blobs")).hasSize(1);
    }

    @RepeatedTest(10)
    void aLatePartOfAnotherProcessDoesNotReachTheObjectEither() throws Exception {
        var first = List.of(bring(node, "first").call().orElseThrow());

        var ends =
                atOnce(
                        List.<Callable<Object>>of(
                                () -> complete(node, first),
                                () -> bring(other, "late").call(),
                                () -> bring(other, "later").call()));

        if (ends.getFirst() instanceof Completion.Done) {
            assertThat(other.content(key)).asString(UTF_8).isEqualTo("first");
        } else {
            assertThat(other.store().find(key)).isEmpty();
        }
    }

    @RepeatedTest(10)
    void oneCompletionIsDoneAndTheObjectIsThere() throws Exception {
        var first = List.of(bring(node, "first").call().orElseThrow());

        var ends = atOnce(List.of(() -> complete(node, first), () -> complete(node, first)));

        assertThat(ends)
                .containsExactlyInAnyOrder(new Completion.Done(), new Completion.NoSuchUpload());
        assertThat(node.content(key)).asString(UTF_8).isEqualTo("first");
        assertThat(node.files("blobs")).hasSize(1);
    }

    @RepeatedTest(10)
    void completionsByTwoProcessesMakeTheSameObject() throws Exception {
        var first = List.of(bring(node, "first").call().orElseThrow());

        var ends = atOnce(List.of(() -> complete(node, first), () -> complete(other, first)));

        assertThat(ends).contains(new Completion.Done());
        assertThat(node.content(key)).asString(UTF_8).isEqualTo("first");
        assertThat(node.store().multipart().parts(key, id)).isEmpty();
    }

    @RepeatedTest(10)
    void anAbortLeavesNothingOfAPartThatWasOnItsWay() throws Exception {
        atOnce(
                List.<Callable<Object>>of(
                        bring(node, "a")::call,
                        bring(node, "b")::call,
                        () -> {
                            node.store().multipart().abort(key, id);
                            return true;
                        }));

        assertThat(node.store().multipart().parts(key, id)).isEmpty();
        assertThat(node.files("blobs")).isEmpty();
        assertThat(node.files("uploads")).isEmpty();
        assertThat(directory.resolve("tmp")).isEmptyDirectory();
    }

    // ---

    private Callable<Optional<Part>> bring(LocalParts by, String text) {
        return () -> by.bring(key, id, 1, text);
    }

    private Completion complete(LocalParts by, List<Part> parts) {
        return by.store().multipart().complete(key, id, parts);
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        var start = new CyclicBarrier(tasks.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done =
                    threads.invokeAll(
                            tasks.stream()
                                    .<Callable<T>>map(
                                            task ->
                                                    () -> {
                                                        start.await();
                                                        return task.call();
                                                    })
                                    .toList());
            return done.stream().map(Future::resultNow).toList();
        }
    }

    private static String md5(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    }
}
