package dev.slipway.storage.local;

import dev.slipway.presign.FormField;
import dev.slipway.presign.S3Error;
import dev.slipway.presign.VerifyPostForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;

/// A form as it comes in: first the fields, then `file`, of which nothing has been read when
/// the fields are returned. What follows the file is never looked at (S3 ignores it, too).
final class MultipartForm {

    private static final int MAX_BOUNDARY = 200;
    private static final int MAX_PART_HEADERS = 8 * 1024;
    private static final int BUFFER = 64 * 1024;

    private final FormBody body;
    private final MultipartInput parts;

    private MultipartForm(FormBody body, MultipartInput parts) {
        this.body = body;
        this.parts = parts;
    }

    /// How much may come before the file: the fields with the frame around each, and what is
    /// read ahead.
    static FormBody bounded(InputStream body) {
        return new FormBody(body, VerifyPostForm.MAX_FIELDS_BYTES * 3L + BUFFER);
    }

    static MultipartForm of(FormBody body, @Nullable String contentType)
            throws IOException, UploadRefusedException {
        var boundary = boundary(contentType);
        if (boundary == null || boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
            throw new UploadRefusedException(
                    "PreconditionFailed",
                    412,
                    "Bucket POST must be of the enclosure-type multipart/form-data");
        }
        var parts =
                MultipartInput.builder()
                        .setInputStream(body)
                        .setBufferSize(BUFFER)
                        .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
                        .setMaxPartHeaderSize(MAX_PART_HEADERS)
                        .get();
        parts.setHeaderCharset(StandardCharsets.UTF_8);
        return new MultipartForm(body, parts);
    }

    /// The fields before the file.
    List<FormField> fields() throws IOException, UploadRefusedException {
        var fields = new ArrayList<FormField>();
        var more = parts.skipPreamble();
        while (more) {
            var name = name(parts.readHeaders());
            if (name.equalsIgnoreCase("file")) {
                body.liftLimit();
                return fields;
            }
            fields.add(new FormField(name, value()));
            more = parts.readBoundary();
        }
        if (body.isCut() || body.isTooLong()) {
            throw new IOException("the form is cut short");
        }
        throw new UploadRefusedException(
                S3Error.invalidArgument("POST requires exactly one file upload per request."));
    }

    /// The bytes of the file, once.
    InputStream file() {
        return parts.newInputStream();
    }

    private String value() throws IOException, UploadRefusedException {
        var value = parts.newInputStream().readNBytes(VerifyPostForm.MAX_FIELDS_BYTES + 1);
        if (value.length > VerifyPostForm.MAX_FIELDS_BYTES) {
            throw new UploadRefusedException(S3Error.tooManyFields());
        }
        return new String(value, StandardCharsets.UTF_8);
    }

    private static @Nullable String boundary(@Nullable String contentType) {
        return contentType != null
                        && contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
                ? parameters(contentType).get("boundary")
                : null;
    }

    private static String name(String headers) throws UploadRefusedException {
        for (var header : headers.split("\r\n", -1)) {
            if (header.regionMatches(true, 0, "content-disposition:", 0, 20)) {
                var name = parameters(header.substring(20)).get("name");
                if (name != null) {
                    return name;
                }
            }
        }
        throw malformed();
    }

    private static Map<String, String> parameters(String header) {
        var parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        return parser.parse(header, ';');
    }

    static UploadRefusedException malformed() {
        return new UploadRefusedException(
                "MalformedPOSTRequest",
                400,
                "The body of your POST request is not well-formed multipart/form-data.");
    }
}
