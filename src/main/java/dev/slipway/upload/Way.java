package dev.slipway.upload;

/// How the bytes of an upload come.
enum Way {
    /// In one piece or in parts, as their number wants.
    FITTING,
    /// In parts, which the sender cuts as it likes.
    IN_PARTS,
    /// In one piece, however large.
    WHOLE,
    /// In one piece by PUT, also where the storage prefers forms.
    BY_PUT,
    /// In one piece, through this server.
    THROUGH_US
}
