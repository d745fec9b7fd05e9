package dev.slipway.sniff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D46, D50: the signed type and the content")
class TypeMatchTest {

    private static final byte[] NOTHING = new byte[0];

    private final ContentSniffer sniffer = new ContentSniffer();

    @ParameterizedTest
    @CsvSource({
        "image/png, image/png",
        "image/jpg, image/jpeg",
        "IMAGE/JPEG; q=1, image/jpeg",
        "audio/x-wav, audio/wav",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document, application/zip",
        "application/vnd.oasis.opendocument.text, application/zip",
        "application/epub+zip, application/zip",
        "application/msword, application/x-ole-storage",
        "application/vnd.ms-excel, application/x-ole-storage",
        "audio/mp4, video/mp4",
        "video/quicktime, video/mp4",
        "audio/ogg, application/ogg",
        "video/x-matroska, video/webm",
        "image/heic, image/heif",
        "image/avif, image/heif",
        "text/csv, text/plain",
        "text/markdown, text/plain",
        "application/x-subrip, text/plain",
        "application/octet-stream, application/pdf",
        "application/octet-stream, text/plain",
        "application/octet-stream, application/octet-stream",
        "application/gpx+xml, application/xml",
        "application/xhtml+xml, text/html",
        "text/html, text/html",
        "image/svg+xml, image/svg+xml",
        "application/javascript, text/javascript"
    })
    void agree(String signed, String sniffed) {
        assertThat(TypeMatch.agrees(signed, sniffed, NOTHING)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, image/jpeg",
        "image/png, application/octet-stream",
        "image/png, text/plain",
        "text/html, text/plain",
        "image/svg+xml, text/plain",
        "image/svg+xml, application/xml",
        "application/xml, image/svg+xml",
        "application/gpx+xml, image/svg+xml",
        "application/pdf, application/zip",
        "application/zip, application/pdf",
        "application/java-archive, application/zip",
        "application/x-msi, application/x-ole-storage",
        "application/msword, application/zip",
        "video/mp4, image/heic",
        "video/webm, video/mp4"
    })
    void disagree(String signed, String sniffed) {
        assertThat(TypeMatch.agrees(signed, sniffed, NOTHING)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>hello",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<?xml version='1.0'?><r/>",
                "text with a <script>",
                "'use strict'; alert(1)",
                "#!/bin/sh",
                "<?php phpinfo();"
            })
    void neverAgreeWhenActiveContentIsDeclaredAsSomethingElse(String content) {
        for (var signed :
                new String[] {
                    "image/png",
                    "text/plain",
                    "text/csv",
                    "text/markdown",
                    "application/json",
                    "application/pdf",
                    "application/octet-stream",
                    "application/zip"
                }) {
            assertThat(judge(signed, content)).as("%s as %s", content, signed).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1, 2]", " \n\"text\"", "{\"a\": {\"b\": [true, null, 1.5e3]}}"})
    void agreeOnJsonThatIsJson(String content) {
        assertThat(judge("application/json", content)).isTrue();
        assertThat(judge("application/geo+json", content)).isTrue();
        assertThat(judge("text/plain", content)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "hello", "{} {}", "{'a': 1}", "[1,]", "{\"a\": tru", " "})
    void disagreeOnJsonThatIsNone(String content) {
        assertThat(judge("application/json", content)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true,", "\"€€€€\",", "-123456,", "{\"key\":[]},", "\"\\u00e9\","})
    void agreeOnJsonWhereverTheHeadCutsIt(String item) {
        for (var shift = 0; shift < item.length(); shift++) {
            var json = "[" + " ".repeat(shift) + item.repeat(ContentSniffer.HEAD);
            var head = Arrays.copyOf(json.getBytes(UTF_8), ContentSniffer.HEAD);

            assertThat(TypeMatch.agrees("application/json", "text/plain", head))
                    .as("cut at %d of %s", shift, item)
                    .isTrue();
        }
    }

    @Test
    void disagreeOnJsonThatBreaksOffFarFromTheCut() {
        var head = Arrays.copyOf("[1, 2, oops".getBytes(UTF_8), ContentSniffer.HEAD);
        Arrays.fill(head, 11, head.length, (byte) ' ');

        assertThat(TypeMatch.agrees("application/json", "text/plain", head)).isFalse();
    }

    private boolean judge(String signed, String content) {
        var head = content.getBytes(UTF_8);
        return TypeMatch.agrees(signed, sniffer.sniff(head), head);
    }
}
