package dev.slipway.image;

import java.util.Set;

/// What an engine can do, asked once at the start.
///
/// - `id`: the name it is configured and logged by
/// - `version`: of the library behind it
/// - `readableTypes`: the media types that [ImageEngine#inspect] may answer with a header
/// - `writableFormats`: those that it renders, KEEP among them
/// - `keeps`: what it can hand on beside the pixels
public record Capabilities(
        String id,
        String version,
        Set<String> readableTypes,
        Set<OutputFormat> writableFormats,
        Keeping keeps) {

    public Capabilities {
        readableTypes = Set.copyOf(readableTypes);
        writableFormats = Set.copyOf(writableFormats);
    }

    public boolean writes(OutputFormat format) {
        return writableFormats.contains(format);
    }

    /// Whether a variant of this picture has all its frames and not the first one only.
    public boolean animates(ImageHeader header, VariantPlan plan) {
        var holdsFrames = plan.format() == OutputFormat.KEEP || plan.format() == OutputFormat.WEBP;
        return header.frames() > 1
                && plan.keeping().animation()
                && keeps.animation()
                && holdsFrames;
    }

    /// What the plan's format comes to: never KEEP.
    public OutputFormat formatOf(ImageHeader header, VariantPlan plan) {
        return plan.format().of(header, animates(header, plan));
    }
}
