package dev.slipway.image.jdk;

import dev.slipway.image.Cascade;
import dev.slipway.image.ImageHeader;
import dev.slipway.image.Orientation;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// All sizes of a picture at once, as it is stored: the rows of the picture go into the filters
/// of the sizes that are made from it, and theirs on into those of the smaller sizes that are
/// made from them.
final class FilterTree implements RowSink {

    private final int orientation;
    private final int channels;
    private final List<RowSink> roots = new ArrayList<>();

    private FilterTree(int orientation, int channels) {
        this.orientation = orientation;
        this.channels = channels;
    }

    /// `channels`: samples of a pixel. `ends`: where the rows of a size go in the end.
    static FilterTree of(
            ImageHeader header,
            Cascade cascade,
            int channels,
            Function<Cascade.Step, RowSink> ends) {
        var tree = new FilterTree(header.orientation(), channels);
        tree.grow(tree.stored(header.width(), header.height()), cascade, ends);
        return tree;
    }

    @Override
    public void row(float[] samples) {
        for (var root : roots) {
            root.row(samples);
        }
    }

    /// From the last size to the first, as a filter has to know where its rows go. A size that
    /// is made from a base waits for the next one on this way back that is a base.
    private void grow(Dimension picture, Cascade cascade, Function<Cascade.Step, RowSink> ends) {
        var waiting = new ArrayList<Branch>();
        for (var step : cascade.steps().reversed()) {
            var size = stored(step.width(), step.height());
            var sinks = new ArrayList<RowSink>();
            sinks.add(blurred(step, size, ends.apply(step)));
            if (step.becomesBase()) {
                waiting.forEach(branch -> sinks.add(filter(size, branch)));
                waiting.clear();
            }
            var branch = new Branch(step, sinks);
            if (step.fromBase()) {
                waiting.add(branch);
            } else {
                roots.add(filter(picture, branch));
            }
        }
    }

    private record Branch(Cascade.Step step, List<RowSink> sinks) {}

    private SeparableFilter filter(Dimension source, Branch branch) {
        var step = branch.step();
        var part = step.cropStored(source.width, source.height, orientation);
        var size = stored(step.width(), step.height());
        return new SeparableFilter(
                Taps.lanczos(part.y, part.height, size.height),
                Taps.lanczos(part.x, part.width, size.width),
                channels,
                branch.sinks());
    }

    private RowSink blurred(Cascade.Step step, Dimension size, RowSink end) {
        var sigma = step.plan().blur();
        return sigma == 0
                ? end
                : new SeparableFilter(
                        Taps.gaussian(size.height, sigma),
                        Taps.gaussian(size.width, sigma),
                        channels,
                        List.of(end));
    }

    private Dimension stored(int width, int height) {
        return Orientation.swapsSides(orientation)
                ? new Dimension(height, width)
                : new Dimension(width, height);
    }
}
