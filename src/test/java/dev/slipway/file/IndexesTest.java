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
import java.util.Map;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@DisplayName("D89 D143: what recurs reads an index, not the table")
class IndexesTest {

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
        rows.update("analyze file");
    }

    @AfterEach
    void empty() {
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

    private String plan(String statement, Map<String, Object> values) {
        var explain = database.createNativeQuery("explain " + statement, String.class);
        values.forEach(explain::setParameter);
        return String.join("\n", explain.getResultList());
    }
}
