package dev.slipway.uppy;

import dev.slipway.caller.Caller;

/// What the token of this `hash` permits: `starter` starts up to `maxFiles` uploads of one
/// profile, within a user's limits, and brings their parts.
record UploadGrant(String hash, Caller starter, String profile, int maxFiles) {}
