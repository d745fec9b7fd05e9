package dev.slipway.profile;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Who may read a finished file without a signature. The name is the first part of its key.
public enum Visibility {
    @JsonProperty("private")
    PRIVATE,
    @JsonProperty("public")
    PUBLIC
}
