package dev.slipway.file;

import dev.slipway.profile.Visibility;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file on the wire: the one record that every answer about a file is. Sizes in bytes, widths
/// and heights in pixels as the picture is shown, `frames` those of an animation; `placeholder`
/// is a ThumbHash in base64 and `dominantColour` is `#rrggbb`, to show until it has loaded.
/// `deleteAfter` is when the file goes by itself, unless somebody claims it or a legal hold keeps
/// it. Every `url` works in a browser as it stands; `canonicalUrl` never changes, and is readable
/// where `public/` is open.
public record FileView(
        UUID id,
        FileState state,
        boolean isValid,
        int version,
        String profile,
        Visibility visibility,
        String storage,
        String originalFileName,
        String fileName,
        String fileType,
        @Nullable Long size,
        @Nullable String checksumSha256,
        @Nullable String etag,
        String owner,
        Map<String, String> metadata,
        Instant createdAt,
        @Nullable Instant uploadFinishedAt,
        @Nullable URI url,
        @Nullable URI canonicalUrl,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer frames,
        @Nullable String placeholder,
        @Nullable String dominantColour,
        @Nullable Rejection rejection,
        Processing processing,
        List<VariantView> variants,
        @Nullable Img img,
        @Nullable String claim,
        boolean legalHold,
        @Nullable Instant deleteAfter) {

    /// How far the variants are. `attempts` counts the runs; `error` says why there are none.
    public record Processing(ProcessingState state, int attempts, @Nullable Failure error) {}

    /// One variant; what is measured is null until it is ready. Of an animation, `frames` is 1
    /// where the variant is a still.
    public record VariantView(
            String name,
            VariantState state,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Integer frames,
            @Nullable String fileType,
            @Nullable Long size,
            @Nullable URI url,
            int attempts,
            @Nullable Failure error) {}

    /// What an HTML `<img>` needs to show the picture at any width.
    public record Img(String src, String srcset, String sizes, int width, int height) {}
}
