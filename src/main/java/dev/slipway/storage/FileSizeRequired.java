package dev.slipway.storage;

import dev.slipway.problem.Problem;

/// The storage takes uploads of a declared size only: it knows no form with a size range.
public record FileSizeRequired() implements Problem {

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String detail() {
        return "The size of the file must be declared here: give 'file_size' in bytes.";
    }
}
