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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    /// Announces what will be rendered, for the first time or again. What was made before stays
    /// until it is made anew.
    public void queue(UUID contentId, List<VariantPlan> plans) {
        for (var plan : plans) {
            var row = rows.findById(new VariantRow.Key(contentId, plan.name()));
            if (row == null) {
                row = new VariantRow();
                row.contentId = contentId;
                row.name = plan.name();
            }
            row.planHash = plan.hash();
            row.state = VariantState.QUEUED;
            row.attempts = 0;
            row.errorCode = null;
            row.errorDetail = null;
            rows.persist(row);
        }
    }

    /// Gives up those that none of these plans names.
    public void keepOnly(UUID contentId, List<VariantPlan> plans) {
        var names = plans.stream().map(VariantPlan::name).collect(Collectors.toSet());
        rows.find("contentId", contentId).stream()
                .filter(row -> !names.contains(row.name))
                .forEach(rows::delete);
    }

    /// Records a variant that is stored under `key`.
    public void ready(UUID contentId, int attempt, RenderedVariant rendered, ObjectKey key) {
        rows.update(
                """
                state = ?1, objectKey = ?2, fileType = ?3, size = ?4, width = ?5, height = ?6,
                frames = ?7, attempts = ?8, errorCode = null, errorDetail = null
                where contentId = ?9 and name = ?10
                """,
                VariantState.READY,
                key.value(),
                rendered.contentType(),
                rendered.size(),
                rendered.width(),
                rendered.height(),
                rendered.frames(),
                attempt,
                contentId,
                rendered.name());
    }

    /// Records that none of the variants of this content that are queued can be made.
    public void failed(UUID contentId, int attempt, Failure error) {
        rows.update(
                """
                state = ?1, errorCode = ?2, errorDetail = ?3, attempts = ?4
                where contentId = ?5 and state = ?6
                """,
                VariantState.FAILED,
                error.code(),
                error.detail(),
                attempt,
                contentId,
                VariantState.QUEUED);
    }

    /// The same of one variant.
    public void failed(UUID contentId, String name, int attempt, Failure error) {
        rows.update(
                """
                state = ?1, errorCode = ?2, errorDetail = ?3, attempts = ?4
                where contentId = ?5 and name = ?6
                """,
                VariantState.FAILED,
                error.code(),
                error.detail(),
                attempt,
                contentId,
                name);
    }

    /// Why one of the variants of this content has failed, if any has.
    public Optional<Failure> anyFailure(UUID contentId) {
        return rows.find("contentId = ?1 and state = ?2", contentId, VariantState.FAILED).stream()
                .sorted(BY_WIDTH)
                .map(row -> RowMapping.failure(row.errorCode, row.errorDetail))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /// The names of those that are to be made.
    public Set<String> queued(UUID contentId) {
        return rows.find("contentId = ?1 and state = ?2", contentId, VariantState.QUEUED).stream()
                .map(row -> row.name)
                .collect(Collectors.toSet());
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
                row.frames,
                row.attempts,
                RowMapping.failure(row.errorCode, row.errorDetail));
    }
}
