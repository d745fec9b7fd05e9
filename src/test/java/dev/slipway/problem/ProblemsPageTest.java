package dev.slipway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D13 D27: the page that every problem's type leads to")
class ProblemsPageTest {

    /// These carry a code of their own instead of being named after one.
    private static final Set<String> CARRIERS = Set.of("HttpProblem", "UploadRejected");

    private static final Pattern CODE_IN_A_FACTORY =
            Pattern.compile(
                    "new (?:Rejection|HttpProblem|ImageRefusal|Failure)\\(\\s*(?:\\d+,\\s*)?\"([a-z_]+)\"");

    @Test
    void explainsEveryRefusal() throws IOException {
        var page = Files.readString(Path.of("src/docs/problems.md"));
        var codes = new TreeSet<String>();
        new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.slipway")
                        .stream()
                        .filter(type -> type.isAssignableTo(Problem.class) && type.isRecord())
                        .map(type -> type.getSimpleName())
                        .filter(name -> !CARRIERS.contains(name))
                        .map(
                                name ->
                                        name.replaceAll("(?<!^)([A-Z])", "_$1")
                                                .toLowerCase(Locale.ROOT))
                        .forEach(codes::add);
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                CODE_IN_A_FACTORY
                        .matcher(Files.readString(source))
                        .results()
                        .forEach(found -> codes.add(found.group(1)));
            }
        }
        assertThat(codes)
                .hasSizeGreaterThan(30)
                .contains("type_mismatch", "not_found", "too_large");
        assertThat(codes)
                .allSatisfy(code -> assertThat(page).contains("<a id=\"" + code + "\"></a>"));
    }
}
