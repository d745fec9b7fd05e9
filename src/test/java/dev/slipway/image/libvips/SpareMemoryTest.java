package dev.slipway.image.libvips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
final class SpareMemoryTest {

    private static final Pattern STEP = Pattern.compile("(?m)^(.+) (-?\\d+)$");

    @Test
    @DisplayName("D77: keeps a picture's memory for the next, and gives it back when none comes")
    void keepsAndGivesBack() throws Exception {
        var said = Alone.run(KeepAlone.class, "-Xmx64m", "--enable-native-access=ALL-UNNAMED");

        var mebibytes =
                STEP.matcher(said)
                        .results()
                        .collect(Collectors.toMap(step -> step.group(1), SpareMemoryTest::number));
        assertThat(mebibytes.get("after a picture")).as(said).isGreaterThan(40);
        assertThat(mebibytes.get("in the next one")).as(said).isGreaterThan(40);
        assertThat(mebibytes.get("when no other came")).as(said).isLessThan(24);
    }

    private static int number(MatchResult step) {
        return Integer.parseInt(step.group(2));
    }
}
