package dev.slipway.storage;

import java.util.List;

/// Objects in the order of their keys. When `more`, ask again after the last one.
public record ObjectPage(List<StoredObject> objects, boolean more) {

    public ObjectPage {
        objects = List.copyOf(objects);
    }
}
