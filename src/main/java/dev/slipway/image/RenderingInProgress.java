package dev.slipway.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

/// The files that a rendering has made so far. Closed before it is complete, it deletes them:
/// of a picture that fails halfway none is left.
public final class RenderingInProgress implements Consumer<RenderedVariant>, AutoCloseable {

    private final List<RenderedVariant> variants = new ArrayList<>();
    private final Consumer<RenderedVariant> sink;
    private boolean complete;

    /// @throws IllegalArgumentException if two plans have one name
    public RenderingInProgress(List<VariantPlan> plans, Consumer<RenderedVariant> sink) {
        var names = new HashSet<String>();
        for (var plan : plans) {
            if (!names.add(plan.name())) {
                throw new IllegalArgumentException("two plans of one name among " + plans);
            }
        }
        this.sink = sink;
    }

    /// Takes note of a file and passes it on.
    @Override
    public void accept(RenderedVariant variant) {
        variants.add(variant);
        sink.accept(variant);
    }

    /// The answer, when nothing can go wrong any more.
    public Rendered complete() {
        complete = true;
        return new Rendered(variants);
    }

    @Override
    public void close() {
        if (!complete) {
            variants.forEach(RenderingInProgress::delete);
        }
    }

    private static void delete(RenderedVariant variant) {
        try {
            Files.deleteIfExists(variant.file());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + variant.file(), e);
        }
    }
}
