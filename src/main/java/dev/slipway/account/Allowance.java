package dev.slipway.account;

/// How far an account may go: bytes, and uploads that are open at once.
public record Allowance(long maxBytes, int maxPending) {

    /// The books are kept all the same.
    public static final Allowance UNLIMITED = new Allowance(Long.MAX_VALUE, Integer.MAX_VALUE);
}
