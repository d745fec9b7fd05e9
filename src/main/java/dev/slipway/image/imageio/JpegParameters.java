package dev.slipway.image.imageio;

import dev.slipway.image.VariantPlan;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;

/// How a plan wants its JPEG written. One that is not progressive gets Huffman tables of its own,
/// which the other kind has in any case.
public final class JpegParameters {

    private JpegParameters() {}

    public static ImageWriteParam of(ImageWriter writer, VariantPlan plan) {
        var param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(plan.quality() / 100f);
        if (plan.progressive()) {
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        } else if (param instanceof JPEGImageWriteParam jpeg) {
            jpeg.setOptimizeHuffmanTables(true);
        }
        return param;
    }
}
