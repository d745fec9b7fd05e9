package dev.slipway.storage.s3;

/// Entity tags: quoted in HTTP (RFC 9110), bare in this program.
final class ETag {

    private ETag() {}

    static String bare(String quoted) {
        return quoted.replace("\"", "");
    }

    static String quoted(String bare) {
        return '"' + bare + '"';
    }
}
