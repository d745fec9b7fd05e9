package dev.slipway.storage.local;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.slipway.storage.Part;

/// A part of an upload, and where its bytes are. `etag` is their MD5 in hex.
record ArrivedPart(int number, String etag, long size, String blob) {

    @JsonIgnore
    Part part() {
        return new Part(number, etag, size);
    }

    @JsonIgnore
    Piece piece() {
        return new Piece(blob, size);
    }
}
