package dev.slipway.image.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.slipway.image.EngineCase;
import dev.slipway.image.ImageEngine;
import dev.slipway.image.ImageLimits;
import dev.slipway.image.Keeping;
import dev.slipway.image.OutputFormat;
import dev.slipway.image.Painted;
import dev.slipway.image.PictureFile;
import dev.slipway.image.imageio.ColourProfile;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// With linear RGB for a profile, in which the middle is much brighter than in sRGB: 64 of it
/// is 137 of sRGB (IEC 61966-2-1).
final class ColourProfileTest extends EngineCase {

    private static final byte[] LINEAR =
            ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    private static final Color STORED = new Color(64, 0, 255);
    private static final Color SHOWN = new Color(137, 0, 255);

    @Override
    protected ImageEngine engine(ImageLimits limits) {
        return new JdkEngine(limits, Duration.ofMinutes(1));
    }

    @Test
    @DisplayName("D64: converts the colours of a JPEG's profile to sRGB")
    void convertsAJpeg() throws IOException {
        var plain = PictureFile.jpeg(Painted.plain(40, 30, STORED));
        var jpeg = PictureFile.withSegment(plain, 0xe2, segment());

        assertColour(renderedPicture(plain, plan(20, OutputFormat.PNG)), 0.5, 0.5, STORED, 4);
        assertColour(renderedPicture(jpeg, plan(20, OutputFormat.PNG)), 0.5, 0.5, SHOWN, 4);
        assertColour(renderedPicture(jpeg, plan(20, OutputFormat.JPEG)), 0.5, 0.5, SHOWN, 4);
    }

    @Test
    @DisplayName("D64: converts the colours of a PNG's profile to sRGB, and its transparency not")
    void convertsAPng() throws IOException {
        var stored = new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB);
        for (var i = 0; i < 40 * 30; i++) {
            stored.setRGB(i % 40, i / 40, STORED.getRGB() & 0xffffff | 0x80000000);
        }
        var png = PictureFile.withChunk(PictureFile.png(stored), "iCCP", chunk());

        var picture = renderedPicture(png, plan(20, OutputFormat.PNG));

        var expected = new Color(SHOWN.getRed(), SHOWN.getGreen(), SHOWN.getBlue(), 0x80);
        assertColour(picture, 0.5, 0.5, expected, 4);
    }

    /// The red of 224 is 241 of sRGB. Its reader does that.
    @Test
    @DisplayName("D64: converts the colours of a WebP's profile to sRGB")
    void convertsAWebp() {
        var plain = PictureFile.resource("lossless-half-transparent.webp");
        var plan = plan(16, OutputFormat.PNG);

        var red = new Color(241, 0, 0);
        assertColour(renderedPicture(plain, plan), 0.2, 0.5, Painted.RED, 2);
        assertColour(renderedPicture(webp(plain), plan), 0.2, 0.5, red, 3);
    }

    @Test
    @DisplayName("D75: keeps a profile with the colours that it explains")
    void keepsAProfile() throws IOException {
        var keeping = new Keeping(true, false, false);
        var png =
                PictureFile.withChunk(
                        PictureFile.png(Painted.plain(40, 30, STORED)), "iCCP", chunk());

        var kept = bytes(renderOne(png, plan(20, OutputFormat.PNG).keeping(keeping)));
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).contains("iCCP");
        // read again it is what it was
        assertColour(renderedPicture(kept, plan(10, OutputFormat.PNG)), 0.5, 0.5, SHOWN, 4);

        var jpeg = bytes(renderOne(png, plan(20, OutputFormat.JPEG).keeping(keeping)));
        assertColour(renderedPicture(jpeg, plan(10, OutputFormat.PNG)), 0.5, 0.5, SHOWN, 6);
    }

    @Test
    void takesSrgbAndWhatIsBrokenForNone() {
        var srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        var broken = LINEAR.clone();
        Arrays.fill(broken, 128, broken.length, (byte) 0x7f);

        assertThat(ColourProfile.parse(LINEAR, 3)).isNotNull();
        assertThat(ColourProfile.parse(LINEAR, 1)).isNull();
        assertThat(ColourProfile.parse(srgb, 3)).isNull();
        assertThat(ColourProfile.parse(broken, 3)).isNull();
        assertThat(ColourProfile.parse(new byte[10], 3)).isNull();
        assertThat(ColourProfile.parse(new byte[0], 3)).isNull();
    }

    @Test
    @DisplayName("D64: takes the first of a PNG's profiles for the only one")
    void takesTheFirstOfTwoProfiles() throws IOException {
        var srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        var plain = PictureFile.png(Painted.plain(40, 30, STORED));
        var second = PictureFile.withChunk(plain, "iCCP", chunk(srgb));
        var png = PictureFile.withChunk(second, "iCCP", chunk());

        assertColour(renderedPicture(png, plan(20, OutputFormat.PNG)), 0.5, 0.5, SHOWN, 4);
    }

    /// Each of them a megabyte, were it inflated.
    @Test
    @DisplayName("D77: inflates one of a hundred profiles")
    void inflatesOneProfile() throws IOException {
        var png = PictureFile.png(Painted.plain(40, 30, STORED));
        var bomb = chunk(new byte[1 << 20]);
        for (var i = 0; i < 100; i++) {
            png = PictureFile.withChunk(png, "iCCP", bomb);
        }
        var file = file(png);
        var plans = List.of(plan(20, OutputFormat.PNG));
        var header = header(png);
        var threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

        var before = threads.getCurrentThreadAllocatedBytes();
        engine().render(file, header, plans, folder(), variant -> {});
        var spent = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(spent).isLessThan(20 << 20);
    }

    private static byte[] segment() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(LINEAR);
        return bytes.toByteArray();
    }

    /// The same bitstream, of 16 by 12 pixels, in an extended file.
    private static byte[] webp(byte[] plain) {
        var size = plain.length + 18 + 8 + LINEAR.length;
        return ByteBuffer.allocate(size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(plain, 0, 4)
                .putInt(size - 8)
                .put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII))
                .putInt(10)
                .putInt(0x30)
                .put(new byte[] {15, 0, 0, 11, 0, 0})
                .put("ICCP".getBytes(StandardCharsets.US_ASCII))
                .putInt(LINEAR.length)
                .put(LINEAR)
                .put(plain, 12, plain.length - 12)
                .array();
    }

    private static byte[] chunk() throws IOException {
        return chunk(LINEAR);
    }

    private static byte[] chunk(byte[] profile) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write("profile\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (var deflated = new DeflaterOutputStream(bytes)) {
            deflated.write(profile);
        }
        return bytes.toByteArray();
    }
}
