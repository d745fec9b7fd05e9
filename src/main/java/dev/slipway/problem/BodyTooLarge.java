package dev.slipway.problem;

/// A JSON body of more bytes than any call of ours needs; `limit` in bytes.
record BodyTooLarge(long limit) implements Problem {

    @Override
    public int status() {
        return 413;
    }

    @Override
    public String detail() {
        return "A request body of this kind has at most " + limit + " bytes.";
    }
}
