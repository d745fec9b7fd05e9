package dev.slipway.image;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;

/// The markers of a JPEG up to its first scan.
public final class JpegSegments {

    private JpegSegments() {}

    public static Set<Integer> of(byte[] jpeg) {
        var markers = new LinkedHashSet<Integer>();
        var bytes = ByteBuffer.wrap(jpeg).position(2);
        var marker = 0;
        while (marker != 0xda) {
            marker = bytes.getShort() & 0xff;
            markers.add(marker);
            bytes.position(bytes.position() + (bytes.getShort(bytes.position()) & 0xffff));
        }
        return markers;
    }
}
