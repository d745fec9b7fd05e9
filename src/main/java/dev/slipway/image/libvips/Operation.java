package dev.slipway.image.libvips;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// One of libvips' operations, by the name and with the arguments that libvips' reference (or
/// the command `vips`) lists. It runs once, when its result is asked for.
final class Operation {

    private final Job job;
    private final String name;
    private final Map<String, Supplier<GValue>> objects = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    Operation(Job job, String name) {
        this.job = job;
        this.name = name;
    }

    Operation set(String argument, MemorySegment object) {
        objects.put(argument, () -> GValue.of(job, object));
        return this;
    }

    Operation set(String argument, VipsImage image) {
        return set(argument, image.object());
    }

    Operation set(String argument, List<VipsImage> images) {
        objects.put(argument, () -> GValue.of(job, images));
        return this;
    }

    Operation set(String argument, double number) {
        return set(argument, Double.toString(number));
    }

    Operation set(String argument, int number) {
        return set(argument, Integer.toString(number));
    }

    Operation set(String argument, boolean whether) {
        return set(argument, Boolean.toString(whether));
    }

    /// A text, the name of a choice, or a list of numbers.
    Operation set(String argument, String value) {
        values.put(argument, value);
        return this;
    }

    VipsImage image() throws LibvipsFailure {
        try (var out = run("out")) {
            return job.image(name, out.object());
        }
    }

    /// What a `…save_buffer` has written.
    Blob blob() throws LibvipsFailure {
        return new Blob(run("buffer"));
    }

    private GValue run(String output) throws LibvipsFailure {
        var vips = job.vips();
        var operation = vips.operationNew.pointer(job.text(name));
        if (operation.equals(MemorySegment.NULL)) {
            throw job.failure(name);
        }
        try {
            objects.forEach((argument, object) -> setObject(operation, argument, object));
            for (var argument : values.entrySet()) {
                var text = job.text(argument.getKey());
                var value = job.text(argument.getValue());
                check(vips.objectSetArgumentFromString.number(operation, text, value));
            }
            check(vips.objectBuild.number(operation));
            return GValue.ofProperty(job, operation, output);
        } finally {
            vips.objectUnrefOutputs.run(operation);
            vips.gObjectUnref.run(operation);
        }
    }

    private void setObject(MemorySegment operation, String argument, Supplier<GValue> object) {
        try (var value = object.get()) {
            job.vips().gObjectSetProperty.run(operation, job.text(argument), value.memory());
        }
    }

    private void check(int result) throws LibvipsFailure {
        if (result != 0) {
            throw job.failure(name);
        }
    }
}
