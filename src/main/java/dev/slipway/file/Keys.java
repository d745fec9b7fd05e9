package dev.slipway.file;

import dev.slipway.image.VariantPlan;
import dev.slipway.profile.Extensions;
import dev.slipway.profile.Visibility;
import dev.slipway.storage.ObjectKey;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// The keys of objects. They are derived, never chosen twice and never reused: a repeated step
/// writes the same bytes to the same key, and any object leads back to its row.
///
/// - `incoming/<upload id>`: quarantine, the only place that a stranger can write to
/// - `<public|private>/<yyyy>/<mm>/<dd>/<content id>/<etag prefix>.<ext>`: a verified file
/// - beside it `<name>-<plan hash>.<ext>`: its variants, and when they are made again
///   `<name>-<plan hash>-<run>.<ext>`, as the same plan may come to other bytes then
public final class Keys {

    /// What the key of everything that has not been verified begins with.
    public static final String QUARANTINE = "incoming/";

    private static final String INCOMING = QUARANTINE;
    private static final int ETAG_PREFIX = 16;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Keys() {}

    public static ObjectKey incoming(UUID uploadId) {
        return new ObjectKey(INCOMING + uploadId);
    }

    /// The upload that this quarantine key belongs to. Clients and storage events may tell the
    /// name of the object, which is the key after a prefix that the storage puts before all.
    public static Optional<UUID> findUpload(String key) {
        var name = key.lastIndexOf('/') + 1;
        var folder = key.substring(0, name);
        return folder.equals(INCOMING) || folder.endsWith("/" + INCOMING)
                ? FileIds.find(key.substring(name))
                : Optional.empty();
    }

    /// The upload that brought this object or was to bring it: any object leads back to its row.
    public static Optional<UUID> findContent(String key) {
        return findUpload(key)
                .or(
                        () -> {
                            var parent = key.lastIndexOf('/');
                            var before = parent < 0 ? -1 : key.lastIndexOf('/', parent - 1);
                            return before < 0
                                    ? Optional.empty()
                                    : FileIds.find(key.substring(before + 1, parent));
                        });
    }

    /// What all objects of one content begin with. The date is the content's own, not today's.
    public static String contentPrefix(Visibility visibility, UUID contentId) {
        return "%s/%s/%s/"
                .formatted(
                        visibility.name().toLowerCase(Locale.ROOT),
                        DAY.format(FileIds.timeOf(contentId)),
                        contentId);
    }

    public static ObjectKey original(
            Visibility visibility, UUID contentId, String etag, String mediaType) {
        var tag = etag.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return new ObjectKey(
                contentPrefix(visibility, contentId)
                        + tag.substring(0, Math.min(ETAG_PREFIX, tag.length()))
                        + "."
                        + Extensions.of(mediaType));
    }

    /// `run` is the number of the run that makes it, from 1.
    public static ObjectKey variant(
            Visibility visibility, UUID contentId, VariantPlan plan, int run, String mediaType) {
        return new ObjectKey(
                "%s%s-%s%s.%s"
                        .formatted(
                                contentPrefix(visibility, contentId),
                                plan.name(),
                                plan.hash(),
                                run == 1 ? "" : "-" + run,
                                Extensions.of(mediaType)));
    }
}
