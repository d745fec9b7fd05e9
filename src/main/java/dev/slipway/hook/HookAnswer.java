package dev.slipway.hook;

/// What became of the events of one message: work for later, or nothing.
record HookAnswer(int accepted, int ignored) {}
