package dev.slipway.sniff;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D50: content without a signature")
class ContentWithoutASignatureTest {

    private final ContentSniffer sniffer = new ContentSniffer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                "name,price\nÄpfel,1.20\n",
                "{\"name\": \"日本語 🎉\"}",
                "\uFEFFwith a byte order mark",
                "From: alice@example.com\nSubject: no message format, just text",
                "if a <b and c> d then a < b <3",
                "<alice@example.com> wrote:",
                "Dear function lovers, import your document; fetch (if you can).",
                "MZ and BM and PK and ID3 begin no program here",
                "# Title\n\nSome **bold** text with <b>markup</b> that runs nothing.",
                "\u001b[31mred\u001b[0m"
            })
    void isPlainText(String text) {
        assertThat(sniff(text)).isEqualTo("text/plain");
    }

    @Test
    void isPlainTextWhenTheHeadEndsInsideACodePoint() {
        var head = Arrays.copyOf("€".repeat(30_000).getBytes(UTF_8), ContentSniffer.HEAD);

        assertThat(ContentSniffer.HEAD % 3).isNotZero();
        assertThat(sniffer.sniff(head)).isEqualTo("text/plain");
    }

    @Test
    void isNoTextWhenTheWholeFileEndsInsideACodePoint() {
        var file = Arrays.copyOf("10 €".getBytes(UTF_8), 5);

        assertThat(sniffer.sniff(file)).isEqualTo("application/octet-stream");
    }

    @Test
    void isNoTextWhenItHoldsANulOrAnotherEncoding() {
        assertThat(sniff("a\0b")).isEqualTo("application/octet-stream");
        assertThat(sniffer.sniff("Äpfel und Öl".getBytes(ISO_8859_1)))
                .isEqualTo("application/octet-stream");
        assertThat(sniffer.sniff("just words".getBytes(UTF_16)))
                .isEqualTo("application/octet-stream");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "<!DOCTYPE HTML><title>x</title>",
                "\uFEFF \r\n\t<!-- a comment -->\n<!doctype html>",
                "<!-- a comment that never ends",
                "<p>a paragraph",
                "<IMG SRC=x>",
                "hello <iframe src=//x.example>",
                "hello <svg/onload=alert(1)>",
                "hello <x onclick = 'alert(1)'>",
                "[link](<a href=\"javascript:alert(1)\">)",
                "hello <script"
            })
    void isHtmlWhenABrowserWouldRunItAsAPage(String text) {
        assertThat(sniff(text)).isEqualTo("text/html");
    }

    @Test
    void isHtmlWhenAScriptStandsFarBehindHarmlessText() {
        assertThat(sniff("x".repeat(60_000) + "<ScRiPt >")).isEqualTo("text/html");
    }

    @Test
    void isHtmlInAnyEncoding() {
        assertThat(sniffer.sniff("<html>Ä".getBytes(ISO_8859_1))).isEqualTo("text/html");
        assertThat(sniffer.sniff("Ä <script>".getBytes(ISO_8859_1))).isEqualTo("text/html");
        assertThat(sniffer.sniff("\n<html>".getBytes(UTF_16))).isEqualTo("text/html");
        assertThat(sniffer.sniff("\uFEFFÄ <script>".getBytes(UTF_16LE))).isEqualTo("text/html");
        assertThat(sniffer.sniff("Ä <script>".getBytes(UTF_16LE))).isEqualTo("text/html");
        assertThat(sniffer.sniff("Ä <script>".getBytes(UTF_16BE))).isEqualTo("text/html");
        assertThat(sniff("\0\0<html>")).isEqualTo("text/html");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "|\uFEFF<?xml version='1.0'?>\n<!-- <html> -->\n<!-- b -->\n<svg:svg onload='x'/>|",
                "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' ''><svg/>",
                "<!-- made by a program --><SVG>"
            })
    void isSvgWhenThatIsItsRoot(String text) {
        assertThat(sniff(text)).isEqualTo("image/svg+xml");
        assertThat(sniffer.sniff(text.getBytes(UTF_16))).isEqualTo("image/svg+xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\"?><gpx version='1.1'/>",
                "<?XML version='1.0' encoding='ISO-8859-1'?>",
                "<?xml-stylesheet href='x'?><r/>",
                "<rss version='2.0'>",
                "<!DOCTYPE note SYSTEM 'file:///etc/passwd'><note/>"
            })
    void isXmlWhenItHasAnotherRoot(String text) {
        assertThat(sniff(text)).isEqualTo("application/xml");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "|#!/bin/sh\nrm -rf /|, application/x-sh",
                "|\n #!/usr/bin/env python3|, application/x-sh",
                "|<?php system($_GET['c']);|, application/x-httpd-php",
                "|a picture <?PHP system('id') ?>|, application/x-httpd-php",
                "|<?= `id` ?>|, application/x-httpd-php",
                "|'use strict';\nlet a|, text/javascript",
                "|// comment\n/* and\nanother */ alert(1)|, text/javascript",
                "|import { a } from './a.js';|, text/javascript",
                "|import a from \"a\"|, text/javascript",
                "|export default {}|, text/javascript",
                "|function run(a, b) { }|, text/javascript",
                "|(async () => {})()|, text/javascript",
                "|!function(){}()|, text/javascript",
                "|self.addEventListener('fetch', steal)|, text/javascript"
            })
    void isAScriptWhenItBeginsLikeOne(String text, String type) {
        assertThat(sniff(text)).isEqualTo(type);
    }

    private String sniff(String text) {
        return sniffer.sniff(text.getBytes(UTF_8));
    }
}
