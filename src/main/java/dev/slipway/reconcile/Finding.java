package dev.slipway.reconcile;

import dev.slipway.storage.ObjectKey;

/// An object that something is amiss with.
public record Finding(String storage, String key) {

    static Finding of(String storage, ObjectKey key) {
        return new Finding(storage, key.value());
    }
}
