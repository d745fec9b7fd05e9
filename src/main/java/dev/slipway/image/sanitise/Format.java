package dev.slipway.image.sanitise;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// What a file is, by its first bytes.
enum Format {
    JPEG {
        @Override
        int orientation(DataInputStream in) throws IOException {
            return JpegSegments.orientation(in);
        }

        @Override
        void copy(DataInputStream in, DataOutputStream out, int orientation) throws IOException {
            JpegSegments.copy(in, out, orientation);
        }
    },
    PNG {
        @Override
        int orientation(DataInputStream in) throws IOException {
            return PngChunks.orientation(in);
        }

        @Override
        void copy(DataInputStream in, DataOutputStream out, int orientation) throws IOException {
            PngChunks.copy(in, out, orientation);
        }
    },
    WEBP {
        @Override
        int orientation(DataInputStream in) throws IOException {
            return WebpChunks.orientation(in);
        }

        @Override
        void copy(DataInputStream in, DataOutputStream out, int orientation) throws IOException {
            WebpChunks.copy(in, out, orientation);
        }
    };

    private static final int LONGEST_MAGIC = 12;

    static Format of(Path file) throws IOException {
        try (var in = SanitisePicture.reading(file)) {
            var magic = new String(in.readNBytes(LONGEST_MAGIC), StandardCharsets.ISO_8859_1);
            if (magic.startsWith("\u00ff\u00d8\u00ff")) {
                return JPEG;
            } else if (magic.startsWith(PngChunks.SIGNATURE)) {
                return PNG;
            } else if (magic.matches("(?s)RIFF....WEBP")) {
                return WEBP;
            }
            throw new NotAPicture("neither a JPEG, nor a PNG, nor a WebP");
        }
    }

    /// 1 to 8 as in Exif; 1 where nothing is said.
    int orientation(Path file) throws IOException {
        try (var in = SanitisePicture.reading(file)) {
            return orientation(in);
        }
    }

    abstract int orientation(DataInputStream in) throws IOException;

    abstract void copy(DataInputStream in, DataOutputStream out, int orientation)
            throws IOException;
}
