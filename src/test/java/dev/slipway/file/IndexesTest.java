package dev.slipway.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.PostgresResource;
import dev.slipway.flow.Api;
import dev.slipway.flow.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D89 D143: what recurs reads an index, not the table")
class IndexesTest {

    private static final UUID START = new UUID(0, 0);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Inject Session database;
    @Inject Rows rows;

    /// Thousands of files that are neither open nor due, as a table has them after a while.
    @BeforeEach
    void fill() {
        var id = Api.as("carol", "user").start(Map.of("file_name", "a.png")).getString("id");
        rows.multiply(id, "indexes", 5000);
        rows.update(
                """
                update file set state = 'finished', delete_after = now() + interval '1 year',
                  announced = true, content_id = id, content_storage = storage,
                  object_key = 'private/indexes/' || id where file_name like 'indexes%'
                """);
        rows.update(
                """
                insert into mirror_copy (storage, object_key, content_id, state, copied_at)
                select 'indexes', object_key, content_id, 'copied', now()
                from file where file_name like 'indexes%'
                """);
        rows.update(
                """
                insert into variant (content_id, name, plan_hash, state, object_key)
                select content_id, 'indexes', 'none', 'ready', object_key || '/indexes'
                from file where file_name like 'indexes%'
                """);
        rows.update(
                """
                insert into file_version (file_id, version, content_id, object_key, etag, size,
                  file_type, original_file_name, upload_finished_at, replaced_at, replaced_by,
                  kept_until, storage)
                select id, 1, id, object_key || '/1', 'none', 1, 'image/png', 'a.png', now(), now(),
                  'carol', now() + interval '1 year', storage
                from file where file_name like 'indexes%'
                """);
        for (var table : List.of("file", "file_version", "mirror_copy", "variant")) {
            rows.update("analyze " + table);
        }
    }

    @AfterEach
    void empty() {
        rows.update("delete from file_version where etag = 'none'");
        rows.update("delete from variant where name = 'indexes'");
        rows.update("delete from mirror_copy where storage = 'indexes'");
        rows.update("delete from file where file_name like 'indexes%'");
    }

    @Test
    @Transactional
    void theClaimOfTheReaper() {
        var plan =
                plan(
                        Leases.CLAIM,
                        Map.of("until", NOW, "expiredBefore", NOW, "now", NOW, "most", 100));
        assertThat(plan).contains("file_open").doesNotContain("Seq Scan");
    }

    @Test
    @Transactional
    void theSweep() {
        assertThat(plan(DueFiles.DUE, Map.of("by", NOW, "most", 100)))
                .contains("file_due")
                .doesNotContain("Seq Scan");
    }

    @Test
    @Transactional
    void theAnnouncements() {
        assertThat(plan(DueFiles.ANNOUNCE, Map.of("by", NOW, "most", 100)))
                .contains("file_announce")
                .doesNotContain("Seq Scan");
    }

    @Test
    @Transactional
    void theTombstones() {
        assertThat(plan(Tombstones.REMOVE, Map.of("endedBefore", NOW, "most", 100)))
                .contains("file_ended")
                .doesNotContain("Seq Scan on file ");
    }

    @Test
    @Transactional
    void aPageOfTheComparisonWithAStorage() {
        assertThat(
                        plan(
                                Inventory.EXPECTED,
                                Map.of(
                                        "storage", "local",
                                        "after", "private/",
                                        "last", "private0",
                                        "most", 100)))
                .contains("file_key_bytes")
                .doesNotContain("Seq Scan on file ");
    }

    @Test
    @Transactional
    void theSearchForTheRowsOfObjects() {
        assertThat(plan(Inventory.UNNAMED, Map.of("keys", "{private/a,private/b}")))
                .contains("file_key", "file_version_key", "variant_key")
                .doesNotContain("Seq Scan on file ");
        assertThat(plan(Inventory.IN_MOTION, Map.of("ids", "{" + START + "}")))
                .contains("file_pkey", "file_content")
                .doesNotContain("Seq Scan on file ");
    }

    @Test
    @Transactional
    void theFilesThatAMirrorLacks() {
        assertThat(
                        plan(
                                MirrorCopies.LACKING,
                                Map.of("storage", "mirror", "after", START, "most", 100)))
                .contains("file_content")
                .doesNotContain("Seq Scan on file ", "Sort");
    }

    @Test
    @Transactional
    void theFilesOfAProfile() {
        assertThat(plan(NewTerms.PAGE, Map.of("profile", "default", "after", START, "most", 100)))
                .contains("file_of_profile")
                .doesNotContain("Seq Scan on file ", "Sort");
    }

    @Test
    @Transactional
    void theFilesThatMove() {
        assertThat(plan(Moves.HOME, Map.of("storage", "local", "after", START, "most", 100)))
                .contains("file_pkey")
                .doesNotContain("Seq Scan on file ", "Sort");
    }

    @Test
    @Transactional
    void theCopiesThatMovedFilesLeftBehind() {
        assertThat(
                        plan(
                                MirrorCopies.ELSEWHERE,
                                Map.of(
                                        "storage", "indexes", "home", "local", "after", START,
                                        "since", NOW, "most", 100)))
                .contains("mirror_copy_content")
                .doesNotContain("Seq Scan on", "Sort");
    }

    private String plan(String statement, Map<String, Object> values) {
        var explain = database.createNativeQuery("explain " + statement, String.class);
        values.forEach(explain::setParameter);
        return String.join("\n", explain.getResultList());
    }
}
