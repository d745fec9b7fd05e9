package dev.slipway.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// In which order the sizes are made, and from what: the largest first, each smaller one from
/// the last one made that is large enough for it, so that the whole picture is scaled as seldom
/// as possible. Pure arithmetic on sizes as shown.
///
/// At any time only the picture and one size made from it (the base) are needed, and the base
/// has at most a quarter of the pixels: that is what keeps the memory within bounds.
record Cascade(List<Step> steps) {

    /// Below this factor a size made from another is visibly softer than one made from the
    /// picture.
    private static final double ENOUGH = 1.59;

    /// `fromBase`: made from the base and not from the picture. `becomesBase`: replaces it.
    record Step(VariantPlan plan, int width, int height, boolean fromBase, boolean becomesBase) {

        long pixels() {
            return (long) width * height;
        }
    }

    static Cascade of(ImageHeader header, List<VariantPlan> plans) {
        var sizes = new ArrayList<Step>();
        for (var plan : plans) {
            sizes.add(size(header, plan));
        }
        sizes.sort(Comparator.comparingLong(Step::pixels).reversed());
        return new Cascade(steps(header, sizes));
    }

    /// Whether the picture is still needed after the first `done` steps.
    boolean needsPictureAfter(int done) {
        return steps.subList(done, steps.size()).stream().anyMatch(step -> !step.fromBase());
    }

    private static Step size(ImageHeader header, VariantPlan plan) {
        var width = Math.min(plan.width(), side(plan.fit(), header.width(), header.height()));
        var height =
                switch (plan.fit()) {
                    case WIDTH -> heightFor(width, header);
                    case SQUARE -> width;
                };
        return new Step(plan, width, height, false, false);
    }

    private static int heightFor(int width, ImageHeader header) {
        return (int) Math.max(1, Math.round((double) header.height() * width / header.width()));
    }

    /// What of a picture a plan's width is compared with.
    private static int side(Fit fit, int width, int height) {
        return switch (fit) {
            case WIDTH -> width;
            case SQUARE -> Math.min(width, height);
        };
    }

    private static List<Step> steps(ImageHeader header, List<Step> sizes) {
        var steps = new ArrayList<Step>();
        Step base = null;
        for (var size : sizes) {
            var fromBase = base != null && covers(base, size);
            var becomesBase =
                    size.plan().fit() == Fit.WIDTH
                            && size.pixels() * 4 <= header.pixels()
                            && (base == null || fromBase);
            var step = new Step(size.plan(), size.width(), size.height(), fromBase, becomesBase);
            steps.add(step);
            base = becomesBase ? step : base;
        }
        return List.copyOf(steps);
    }

    private static boolean covers(Step base, Step size) {
        return side(size.plan().fit(), base.width(), base.height()) >= ENOUGH * size.width();
    }
}
