package dev.slipway.scan;

import java.util.regex.Pattern;

/// What a scanner says about bytes that it has seen.
public sealed interface ScanVerdict {

    /// It found nothing.
    record Clean() implements ScanVerdict {}

    /// It found malware, which it calls by this name: 1 to 200 characters, none of them a
    /// control character, as it comes from outside and is shown and stored.
    record Infected(String signature) implements ScanVerdict {

        private static final Pattern SIGNATURE = Pattern.compile("\\P{Cntrl}{1,200}");

        public Infected {
            if (!isSignature(signature)) {
                throw new IllegalArgumentException("no name of malware: " + signature);
            }
        }

        static boolean isSignature(String text) {
            return !text.isBlank() && SIGNATURE.matcher(text).matches();
        }
    }
}
