package dev.slipway.caller;

/// The groups that a token may carry, as constants for annotations.
public final class Role {

    /// Uploads, reads and deletes own files.
    public static final String USER = "user";

    /// Sees and looks after everybody's files.
    public static final String ADMIN = "admin";

    /// An application's own backend: reads and finishes any file.
    public static final String SERVICE = "service";

    private Role() {}
}
