package dev.slipway.image;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Turns one picture into others. Whatever bytes it is given, it answers: with what it made, or
/// with an [ImageRefusal]. Only the disk may fail it ([UncheckedIOException]).
///
/// Safe for use by several threads at once. It holds no more memory than [#weight] says; how
/// many pictures are in work at a time is the caller's business.
public interface ImageEngine {

    Capabilities capabilities();

    /// Looks at the header only. Refuses what cannot be rendered to these plans for its format,
    /// its size or the memory it would take, before a pixel is decoded. Without plans, what
    /// cannot be rendered at all.
    Inspection inspect(Path source, List<VariantPlan> plans);

    /// The bytes of memory that rendering this picture holds at its peak: an upper bound, to
    /// admit work by.
    long weight(ImageHeader header, List<VariantPlan> plans);

    /// Writes one file per plan into `folder`, named after the plan, and gives each to the
    /// `sink` as it is ready, the largest first. Applies the orientation, keeps no metadata but
    /// what the plan says ([Keeping]), enlarges nothing. The caller owns the files once they are
    /// rendered; after a refusal or an exception none is left, not even those that the sink has
    /// seen.
    ///
    /// `header` is what [#inspect] answered for this very file and these plans.
    ///
    /// @throws IllegalArgumentException if two plans have one name, or the header is another's
    Rendering render(
            Path source,
            ImageHeader header,
            List<VariantPlan> plans,
            Path folder,
            Consumer<RenderedVariant> sink);
}
