package dev.slipway.image;

/// What a picture's header says.
///
/// - `format`: the media type that its bytes are
/// - `width`, `height`: pixels as shown, that is after the orientation is applied; of an animation,
///   the whole canvas
/// - `orientation`: 1 to 8 as in Exif 3.0, 4.6.4.1; 1 when there is none
/// - `alpha`: whether some of it may be transparent
/// - `frames`: of an animation, otherwise 1
/// - `progressive`: whether the whole picture is known with its last byte only: a JPEG of several
///   scans, an interlaced PNG
/// - `decodeBytes`: the memory that decoding alone takes at its peak, as the engine that inspected
///   it estimates from the header
public record ImageHeader(
        String format,
        int width,
        int height,
        int orientation,
        boolean alpha,
        int frames,
        boolean progressive,
        long decodeBytes)
        implements Inspection {

    public ImageHeader {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("not a size: " + width + " x " + height);
        }
        if (orientation < 1 || orientation > 8) {
            throw new IllegalArgumentException("not an orientation: " + orientation);
        }
        if (frames < 1) {
            throw new IllegalArgumentException("not a number of frames: " + frames);
        }
        if (decodeBytes < 0) {
            throw new IllegalArgumentException("not a number of bytes: " + decodeBytes);
        }
    }

    /// A picture of one frame, the right way up.
    public static ImageHeader still(String format, int width, int height) {
        return new ImageHeader(format, width, height, 1, false, 1, false, 0);
    }

    /// The same for an engine that decodes in another way.
    public ImageHeader decodedIn(long bytes) {
        return new ImageHeader(
                format, width, height, orientation, alpha, frames, progressive, bytes);
    }

    /// Of one frame.
    public long pixels() {
        return (long) width * height;
    }
}
