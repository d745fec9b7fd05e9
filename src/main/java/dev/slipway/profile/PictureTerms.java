package dev.slipway.profile;

import dev.slipway.image.Fit;
import dev.slipway.image.OutputFormat;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What becomes of the pictures of a profile.
interface PictureTerms {

    /// The widths of variants, in pixels; they are named `w300` and so on.
    Optional<List<Integer>> widths();

    /// How pictures fit these widths: `width` keeps the ratio, `square` crops to the middle.
    @WithDefault("width")
    Fit fit();

    /// The format of the variants; `keep` follows the picture.
    @WithDefault("keep")
    OutputFormat format();

    /// The quality of the variants, 1 to 100: of an AVIF 50 when not set, otherwise 80.
    Optional<Integer> quality();

    /// Whether JPEG variants are progressive: smaller, and five times the work to write.
    @WithDefault("true")
    boolean progressive();

    /// More variants by their names.
    Map<String, Named> variants();

    /// Whether variants keep the picture's colours and their profile, instead of sRGB.
    @WithDefault("false")
    boolean keepColourProfile();

    /// Whether variants name the artist and the owner that the picture names.
    @WithDefault("false")
    boolean keepCopyright();

    /// What becomes of an animation: its first frame, or all of it.
    @WithDefault("still")
    Animation animation();

    /// Whether a placeholder and the dominant colour are computed; when not set, where there
    /// are variants.
    Optional<Boolean> placeholder();

    /// Whether the metadata of an original goes, too: the position, the camera's notes.
    @WithDefault("false")
    boolean stripOriginals();

    /// What each upload may wish otherwise.
    Wishes wishes();

    enum Animation {
        STILL,
        KEEP
    }

    interface Named {

        /// When not set, `width`, or `contain` where there is a height.
        Optional<Fit> fit();

        int width();

        /// For `contain` and `cover`.
        Optional<Integer> height();

        /// The profile's when not set, as the two below.
        Optional<OutputFormat> format();

        Optional<Integer> quality();

        Optional<Boolean> progressive();

        /// The sigma of a Gaussian blur, in pixels of the result.
        @WithDefault("0")
        double blur();
    }

    interface Wishes {

        /// Whether an upload may ask for other widths, formats and qualities at all.
        @WithDefault("false")
        boolean allowed();

        /// How many widths.
        @WithDefault("8")
        int mostWidths();

        /// The largest of them.
        @WithDefault("2000")
        int maxWidth();

        @WithDefault("keep,jpeg,png")
        List<OutputFormat> formats();

        @WithDefault("90")
        int maxQuality();
    }
}
