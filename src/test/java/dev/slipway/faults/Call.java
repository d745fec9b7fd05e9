package dev.slipway.faults;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One call that came to the storage. `path` and `query` as they were sent; `range` and `source`
/// (of a copy) are empty where there are none; `keys` are the keys in the body of a deletion.
public record Call(
        String method, String path, String query, String range, String source, List<String> keys) {

    private static final Pattern KEY = Pattern.compile("<Key>(.*?)</Key>");

    static Call of(Message request) {
        var line = request.firstLine();
        var target = line[1].split("\\?", 2);
        var query = target.length > 1 ? target[1] : "";
        return new Call(
                line[0],
                target[0],
                query,
                request.header("Range"),
                request.header("x-amz-copy-source"),
                query.startsWith("delete") ? keys(request.text()) : List.of());
    }

    /// What S3 calls it, in short.
    public String operation() {
        return switch (method) {
            case "PUT" -> has("partNumber") ? "PART" : source.isEmpty() ? "PUT" : "COPY";
            case "POST" -> has("uploadId") ? "COMPLETE" : has("uploads") ? "CREATE" : form();
            case "GET" -> has("uploadId") ? "PARTS" : has("uploads") ? "UPLOADS" : read();
            case "DELETE" -> has("uploadId") ? "ABORT" : "DELETE";
            default -> method;
        };
    }

    private String form() {
        return keys.isEmpty() ? "POST" : "DELETE";
    }

    private String read() {
        return has("list-type") ? "LIST" : "GET";
    }

    private boolean has(String parameter) {
        return Stream.of(query.split("&"))
                .anyMatch(each -> each.equals(parameter) || each.startsWith(parameter + "="));
    }

    /// Whether one of its keys has this in it.
    public boolean isAbout(String id) {
        return (path + query + source + keys).contains(id);
    }

    private static List<String> keys(String deletion) {
        return KEY.matcher(deletion).results().map(found -> found.group(1)).toList();
    }

    @Override
    public String toString() {
        var what = keys.isEmpty() ? path : String.join(" ", keys);
        return "%s %s %s".formatted(operation(), what, range).strip();
    }
}
