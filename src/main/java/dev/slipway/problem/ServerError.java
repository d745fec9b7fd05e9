package dev.slipway.problem;

/// A bug or an outage of ours. `errorId` stands in our log beside the cause.
record ServerError(String errorId) implements Problem {

    @Override
    public int status() {
        return 500;
    }

    @Override
    public String detail() {
        return "Something went wrong on our side. Please mention the error_id when you report it.";
    }
}
