package dev.slipway.storage.local;

import dev.slipway.presign.S3Error;

/// The documents that S3 answers a form with.
final class S3Xml {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private S3Xml() {}

    static String error(S3Error error, String resource, String requestId) {
        return HEAD
                + element(
                        "Error",
                        text("Code", error.code())
                                + text("Message", error.message())
                                + text("Resource", resource)
                                + text("RequestId", requestId)
                                + text("HostId", Tickets.BUCKET));
    }

    static String postResponse(Received received) {
        return HEAD
                + element(
                        "PostResponse",
                        text("Location", received.location().toString())
                                + text("Bucket", Tickets.BUCKET)
                                + text("Key", received.key().value())
                                + text("ETag", '"' + received.etag() + '"'));
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    private static String text(String name, String value) {
        var escaped = new StringBuilder();
        value.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '<' -> escaped.append("&lt;");
                                case '>' -> escaped.append("&gt;");
                                case '&' -> escaped.append("&amp;");
                                case '"' -> escaped.append("&quot;");
                                default -> escaped.appendCodePoint(isXml(c) ? c : 0xfffd);
                            }
                        });
        return element(name, escaped.toString());
    }

    /// The characters that XML 1.0 knows.
    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd)
                || c >= 0x10000;
    }
}
