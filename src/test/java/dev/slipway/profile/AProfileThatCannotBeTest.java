package dev.slipway.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.slipway.image.Fit;
import dev.slipway.image.OutputFormat;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AProfileThatCannotBeTest {

    private static final Settings GOOD =
            new Settings(
                    List.of("image/*"),
                    new MemorySize(BigInteger.TEN),
                    List.of("user", "admin", "service"),
                    Duration.ofMinutes(15),
                    Optional.of(List.of(800, 300, 300)),
                    80,
                    Optional.empty(),
                    Optional.empty());

    @Test
    void isNotThisOne() {
        var profile = start(GOOD).all().getFirst();

        assertThat(profile.name()).isEqualTo("default");
        assertThat(profile.types()).containsExactly("image/*");
        assertThat(profile.variants()).extracting("name").containsExactly("w300", "w800");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "image/", "", "image/p ng"})
    void namesATypeThatIsNone(String type) {
        stops(GOOD.withTypes(List.of("image/png", type)), "types: not a media type: " + type);
    }

    @Test
    void allowsNoTypeAtAll() {
        stops(GOOD.withTypes(List.of()), "types: no media type");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001})
    void wantsAWidthThatNoPictureHas(int width) {
        stops(
                GOOD.withWidths(Optional.of(List.of(300, width))),
                "widths: not a width from 1 to 10000: " + width);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101, 500})
    void wantsAQualityThatJpegDoesNotHave(int quality) {
        var sentence = "quality: not a quality from 1 to 100: " + quality;
        stops(GOOD.withQuality(quality), sentence);
        stops(GOOD.withQuality(quality).withWidths(Optional.empty()), sentence);
    }

    @ParameterizedTest
    @CsvSource({"root", "Admin", "''"})
    void isForARoleThatNobodyHas(String role) {
        stops(
                GOOD.withRoles(List.of("user", role)),
                "roles: none of [user, admin, service]: " + role);
    }

    @Test
    void isForNobody() {
        stops(GOOD.withRoles(List.of()), "roles: no role");
    }

    @Test
    void leavesNoRoomOrNoTime() {
        stops(GOOD.withMaxSize(0), "max-size: not a size above 0: 0");
        stops(GOOD.withExpiry(Duration.ZERO), "expiry: not a time above 0: PT0S");
    }

    @Test
    void isNamedWhereverItStands() {
        var settings =
                Map.<String, ProfileConfig.Terms>of("default", GOOD, "x", GOOD.withQuality(0));

        assertThatIllegalStateException()
                .isThrownBy(() -> new Profiles(() -> settings))
                .withMessageStartingWith("slipway.profiles.x.quality: ");
    }

    private static void stops(Settings settings, String sentence) {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(settings))
                .withMessage("slipway.profiles.default." + sentence);
    }

    private static Profiles start(Settings settings) {
        return new Profiles(() -> Map.of("default", settings));
    }

    private record Settings(
            List<String> types,
            MemorySize maxSize,
            List<String> roles,
            Duration expiry,
            Optional<List<Integer>> widths,
            int quality,
            Optional<Duration> claimWithin,
            Optional<Duration> retention)
            implements ProfileConfig.Terms {

        Settings withTypes(List<String> other) {
            return new Settings(
                    other, maxSize, roles, expiry, widths, quality, claimWithin, retention);
        }

        Settings withMaxSize(long bytes) {
            var size = new MemorySize(BigInteger.valueOf(bytes));
            return new Settings(
                    types, size, roles, expiry, widths, quality, claimWithin, retention);
        }

        Settings withRoles(List<String> other) {
            return new Settings(
                    types, maxSize, other, expiry, widths, quality, claimWithin, retention);
        }

        Settings withExpiry(Duration other) {
            return new Settings(
                    types, maxSize, roles, other, widths, quality, claimWithin, retention);
        }

        Settings withWidths(Optional<List<Integer>> other) {
            return new Settings(
                    types, maxSize, roles, expiry, other, quality, claimWithin, retention);
        }

        Settings withQuality(int other) {
            return new Settings(
                    types, maxSize, roles, expiry, widths, other, claimWithin, retention);
        }

        @Override
        public Visibility visibility() {
            return Visibility.PRIVATE;
        }

        @Override
        public Fit fit() {
            return Fit.WIDTH;
        }

        @Override
        public OutputFormat format() {
            return OutputFormat.KEEP;
        }

        @Override
        public boolean checksum() {
            return false;
        }

        @Override
        public boolean ownerMayReplace() {
            return false;
        }

        @Override
        public boolean progressive() {
            return true;
        }
    }
}
