package dev.slipway.image;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// In which order the sizes are made, and from what: the largest first, each smaller one from
/// the last one made that is large enough for it, so that the whole picture is scaled as seldom
/// as possible. Pure arithmetic on sizes as shown.
///
/// At any time only the picture and one size made from it (the base) are needed, and the base
/// has, if nothing else is said, at most a quarter of the pixels: that is what keeps the memory
/// within bounds.
public record Cascade(List<Step> steps) {

    /// Below this factor a size made from another is visibly softer than one made from the
    /// picture.
    private static final double ENOUGH = 1.59;

    /// `width` and `height` are those of the result. `fromBase`: made from the base and not from
    /// the picture. `becomesBase`: replaces it.
    public record Step(
            VariantPlan plan, int width, int height, boolean fromBase, boolean becomesBase) {

        public long pixels() {
            return (long) width * height;
        }

        /// The part of a source of this size that is scaled to the result: all of it, or what
        /// has its ratio, cut evenly on both sides.
        public Rectangle crop(int sourceWidth, int sourceHeight) {
            return plan.fit().crops()
                    ? middle(sourceWidth, sourceHeight, width, height)
                    : new Rectangle(sourceWidth, sourceHeight);
        }

        /// The same in a source that is not yet turned as `orientation` says.
        public Rectangle cropStored(int storedWidth, int storedHeight, int orientation) {
            if (!plan.fit().crops()) {
                return new Rectangle(storedWidth, storedHeight);
            }
            return Orientation.swapsSides(orientation)
                    ? middle(storedWidth, storedHeight, height, width)
                    : middle(storedWidth, storedHeight, width, height);
        }
    }

    public Cascade {
        steps = List.copyOf(steps);
    }

    public static Cascade of(ImageHeader header, List<VariantPlan> plans) {
        return of(header, plans, header.pixels() / 4);
    }

    /// With bases of up to so many pixels, for an engine that does not hold the picture beside
    /// them.
    public static Cascade of(ImageHeader header, List<VariantPlan> plans, long largestBase) {
        var sizes = new ArrayList<Step>();
        for (var plan : plans) {
            sizes.add(size(header, plan));
        }
        sizes.sort(Comparator.comparingLong(Step::pixels).reversed());
        return new Cascade(steps(sizes, largestBase));
    }

    /// Whether the picture is still needed after the first `done` steps.
    public boolean needsPictureAfter(int done) {
        return steps.subList(done, steps.size()).stream().anyMatch(step -> !step.fromBase());
    }

    private static Step size(ImageHeader header, VariantPlan plan) {
        return switch (plan.fit()) {
            case WIDTH -> toWidth(header, plan, plan.width());
            case CONTAIN -> contained(header, plan);
            case COVER -> covering(header, plan, plan.height());
            case SQUARE -> covering(header, plan, plan.width());
        };
    }

    private static Step toWidth(ImageHeader header, VariantPlan plan, int wanted) {
        var width = Math.min(wanted, header.width());
        return step(plan, width, scaled(header.height(), width, header.width()));
    }

    private static Step contained(ImageHeader header, VariantPlan plan) {
        var wide = toWidth(header, plan, plan.width());
        if (wide.height() <= plan.height()) {
            return wide;
        }
        var height = plan.height();
        return step(plan, scaled(header.width(), height, header.height()), height);
    }

    private static Step covering(ImageHeader header, VariantPlan plan, int height) {
        var part = middle(header.width(), header.height(), plan.width(), height);
        return part.width >= plan.width() && part.height >= height
                ? step(plan, plan.width(), height)
                : step(plan, part.width, part.height);
    }

    private static Step step(VariantPlan plan, int width, int height) {
        return new Step(plan, width, height, false, false);
    }

    /// The largest part of this ratio, in the middle.
    private static Rectangle middle(int width, int height, int ratioWidth, int ratioHeight) {
        var tooWide = (long) width * ratioHeight > (long) height * ratioWidth;
        var partWidth = tooWide ? scaled(ratioWidth, height, ratioHeight) : width;
        var partHeight = tooWide ? height : scaled(ratioHeight, width, ratioWidth);
        return new Rectangle(
                (width - partWidth) / 2, (height - partHeight) / 2, partWidth, partHeight);
    }

    private static int scaled(int side, int to, int from) {
        return (int) Math.max(1, Math.round((double) side * to / from));
    }

    private static List<Step> steps(List<Step> sizes, long largestBase) {
        var steps = new ArrayList<Step>();
        Step base = null;
        for (var size : sizes) {
            var fromBase = base != null && covers(base, size);
            var becomesBase =
                    !size.plan().fit().crops()
                            && size.plan().blur() == 0
                            && size.pixels() <= largestBase
                            && (base == null || fromBase);
            var step = new Step(size.plan(), size.width(), size.height(), fromBase, becomesBase);
            steps.add(step);
            base = becomesBase ? step : base;
        }
        return steps;
    }

    private static boolean covers(Step base, Step size) {
        return size.crop(base.width(), base.height()).width >= ENOUGH * size.width();
    }
}
