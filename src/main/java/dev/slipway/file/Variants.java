package dev.slipway.file;

import dev.slipway.image.RenderedVariant;
import dev.slipway.image.VariantPlan;
import dev.slipway.storage.ObjectKey;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// The variants of pictures, by the content they were made from.
@Singleton
@Transactional
public class Variants {

    private static final Comparator<VariantRow> BY_WIDTH =
            Comparator.<VariantRow, Integer>comparing(row -> row.width == null ? 0 : row.width)
                    .thenComparing(row -> row.name.length())
                    .thenComparing(row -> row.name);

    private final VariantRows rows;

    Variants(VariantRows rows) {
        this.rows = rows;
    }

    /// Announces what will be rendered.
    public void queue(UUID contentId, List<VariantPlan> plans) {
        for (var plan : plans) {
            var row = new VariantRow();
            row.contentId = contentId;
            row.name = plan.name();
            row.planHash = plan.hash();
            row.state = VariantState.QUEUED;
            rows.persist(row);
        }
    }

    /// Records a variant that is stored under `key`.
    public void ready(UUID contentId, RenderedVariant rendered, ObjectKey key) {
        rows.update(
                """
                state = ?1, objectKey = ?2, fileType = ?3, size = ?4, width = ?5, height = ?6
                where contentId = ?7 and name = ?8
                """,
                VariantState.READY,
                key.value(),
                rendered.contentType(),
                rendered.size(),
                rendered.width(),
                rendered.height(),
                contentId,
                rendered.name());
    }

    /// Records that none of the variants of this content can be made.
    public void failed(UUID contentId, Failure error) {
        rows.update(
                "state = ?1, errorCode = ?2, errorDetail = ?3 where contentId = ?4 and state <> ?5",
                VariantState.FAILED,
                error.code(),
                error.detail(),
                contentId,
                VariantState.READY);
    }

    /// The variants of each of these contents, smallest first.
    public Map<UUID, List<Variant>> of(Collection<UUID> contentIds) {
        return contentIds.isEmpty()
                ? Map.of()
                : rows.find("contentId in ?1", contentIds).stream()
                        .sorted(BY_WIDTH)
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.contentId,
                                        Collectors.mapping(
                                                Variants::variant, Collectors.toList())));
    }

    private static Variant variant(VariantRow row) {
        return new Variant(
                row.name,
                row.state,
                row.objectKey == null ? null : new ObjectKey(row.objectKey),
                row.fileType,
                row.size,
                row.width,
                row.height,
                RowMapping.failure(row.errorCode, row.errorDetail));
    }
}
