package dev.slipway.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.caller.Caller;
import dev.slipway.file.FileRecord;
import dev.slipway.file.FileState;
import dev.slipway.file.Files;
import dev.slipway.file.ForgetContent;
import dev.slipway.file.Keys;
import dev.slipway.flow.Books;
import dev.slipway.flow.FormPost;
import dev.slipway.flow.Limited;
import dev.slipway.flow.Samples;
import dev.slipway.flow.SettableClock;
import dev.slipway.problem.NotFound;
import dev.slipway.problem.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Several clients, and everything that can happen to an upload, at once and in any order.
@QuarkusTest
@TestProfile(Limited.class)
class AccountsUnderStressTest {

    private static final int THREADS = 6;
    private static final int STEPS = 40;
    private static final long SEED = 20260102;
    private static final byte[] HTML = "<html><script>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PICTURE = Samples.png(40, 30);

    @Inject StartUpload startUpload;
    @Inject RenewUpload renewUpload;
    @Inject FinishUpload finishUpload;
    @Inject DeleteFile deleteFile;
    @Inject LookAtUpload lookAtUpload;
    @Inject PromoteUpload promoteUpload;
    @Inject Files files;
    @Inject ForgetContent forgetContent;
    @Inject SettableClock clock;
    @Inject Books books;

    private final List<Caller> owners =
            IntStream.range(0, 3)
                    .mapToObj(i -> new Caller("stress-" + UUID.randomUUID(), Set.of("user")))
                    .toList();
    private final Map<UUID, StartAnswer> forms = new ConcurrentHashMap<>();
    private final List<UUID> uploads = new CopyOnWriteArrayList<>();

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    @DisplayName(
            "D133: no account is ever overrun, none leaks, each is the sum of its rows at any moment")
    void theBooksAreAlwaysRight() throws Exception {
        var first = new Random(SEED);
        for (var owner : owners) {
            replace(owner, first);
            expectingRefusals(() -> finish(owner, first, HTML));
        }
        assertThat(states()).contains(FileState.FINISHED, FileState.MERGED, FileState.REJECTED);
        var work = new ArrayList<Callable<Void>>();
        for (var thread = 0; thread < THREADS; thread++) {
            var random = new Random(SEED + thread);
            work.add(
                    () -> {
                        for (var step = 0; step < STEPS; step++) {
                            attempt(random);
                            audit();
                        }
                        return null;
                    });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        everythingGoes();
    }

    /// Once all files are deleted and all forms dead, nothing is left in the books.
    private void everythingGoes() {
        for (var owner : owners) {
            for (var id : books.uploadsOf(owner.subject())) {
                expectingRefusals(() -> deleteFile.delete(owner, id.toString()));
            }
            assertThat(books.of(owner.subject()).pending()).isZero();
        }
        audit();
        clock.goOn(Duration.ofDays(30));
        for (var owner : owners) {
            books.uploadsOf(owner.subject()).forEach(this::forget);
            assertThat(books.of(owner.subject())).isEqualTo(new Books.Account(0, 0));
        }
        audit();
    }

    private void attempt(Random random) {
        var owner = owners.get(random.nextInt(owners.size()));
        expectingRefusals(
                () -> {
                    switch (random.nextInt(12)) {
                        case 0, 1, 2 -> start(owner, random, null);
                        case 3, 4 -> finish(owner, random, PICTURE);
                        case 5 -> finish(owner, random, HTML);
                        case 6 -> replace(owner, random);
                        case 7 -> deleteFile.delete(owner, any(random).toString());
                        case 8 -> renewUpload.renew(owner, any(random).toString());
                        case 9 -> dieBetweenPromotionAndRecord(any(random));
                        case 10 -> dieInATransaction(any(random), random);
                        default -> {
                            clock.goOn(Duration.ofMinutes(random.nextInt(15)));
                            forget(any(random));
                        }
                    }
                });
    }

    private UUID start(Caller owner, Random random, String replaces) {
        var size = random.nextBoolean() ? (long) PICTURE.length : null;
        var answer =
                startUpload.start(
                        owner,
                        new StartRequest(
                                "a.png",
                                "image/png",
                                replaces == null ? size : null,
                                null,
                                null,
                                null,
                                replaces == null ? "own" : null,
                                null,
                                null,
                                replaces,
                                null,
                                null));
        forms.put(answer.id(), answer);
        uploads.add(answer.id());
        return answer.id();
    }

    private void finish(Caller owner, Random random, byte[] bytes) {
        var id = bytes == PICTURE ? any(random) : start(owner, random, null);
        send(id, bytes);
        finishUpload.finish(files.find(id).orElseThrow());
    }

    private void replace(Caller owner, Random random) {
        var first = start(owner, random, null);
        send(first, PICTURE);
        finishUpload.finish(files.find(first).orElseThrow());
        var second = start(owner, random, first.toString());
        send(second, PICTURE);
        finishUpload.finish(files.find(second).orElseThrow());
    }

    private void dieBetweenPromotionAndRecord(UUID id) {
        var upload = files.find(id).orElseThrow();
        send(id, PICTURE);
        if (upload.state().isOpen()
                && lookAtUpload.look(upload, Keys.incoming(id)) instanceof Sighting.Bytes seen) {
            promoteUpload.promote(upload, seen);
        }
    }

    private void dieInATransaction(UUID id, Random random) {
        var deletes = random.nextBoolean();
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            if (deletes) {
                                files.move(id, FileState.PENDING, FileState.DELETED);
                            } else {
                                files.reject(id, Rejections.emptyFile(), clock.instant());
                            }
                            throw new NotFound().refusal();
                        });
    }

    /// What the form refuses is not uploaded, and nothing else.
    private void send(UUID id, byte[] bytes) {
        var form = forms.get(id);
        FormPost.send(form.url().toString(), form.fields(), bytes);
    }

    private UUID any(Random random) {
        var known = List.copyOf(uploads);
        return known.get(random.nextInt(known.size()));
    }

    private void forget(UUID id) {
        if (files.find(id).filter(file -> !file.state().isOpen()).isPresent()) {
            forgetContent.run(id.toString(), 1);
            forgetContent.run(id.toString(), 1);
        }
    }

    private void audit() {
        assertThat(books.wrong()).isEmpty();
        for (var owner : owners) {
            var account = books.of(owner.subject());
            assertThat(account.usedBytes()).isBetween(0L, Limited.MAX_BYTES);
            assertThat(account.pending()).isBetween(0, Limited.MAX_PENDING);
        }
    }

    private Set<FileState> states() {
        var states = new HashMap<UUID, FileState>();
        for (var id : uploads) {
            states.put(id, files.find(id).map(FileRecord::state).orElseThrow());
        }
        return Set.copyOf(states.values());
    }

    private static void expectingRefusals(Runnable step) {
        try {
            step.run();
        } catch (Refusal refused) {
            // one of the answers that a client may get
        }
    }
}
