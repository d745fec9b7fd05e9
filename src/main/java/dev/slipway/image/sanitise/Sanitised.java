package dev.slipway.image.sanitise;

/// What sanitising a picture came to.
public sealed interface Sanitised {

    /// The target is the same picture with less beside it.
    record Clean() implements Sanitised {}

    /// The picture has nothing that would have to go. There is no target.
    record NothingToTakeOut() implements Sanitised {}

    /// The picture cannot be written once more, or not so that it is the same beyond doubt;
    /// `reason` is a sentence. There is no target.
    record NotPossible(String reason) implements Sanitised {}
}
