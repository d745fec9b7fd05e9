package dev.slipway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The diagram of the packages, as a test: an arrow that does not stand here does not exist.
class ArchitectureTest {

    private static final String ROOT = "dev.slipway";

    /// Which packages each package may use.
    private static final Map<String, Set<String>> ARROWS =
            Map.ofEntries(
                    Map.entry("", Set.of("dev", "ops")),
                    Map.entry("ops", Set.of("*")),
                    Map.entry("dev", Set.of("caller", "cors", "problem")),
                    Map.entry(
                            "hook",
                            Set.of("upload", "file", "storage", "caller", "job", "problem")),
                    Map.entry(
                            "uppy",
                            Set.of(
                                    "upload",
                                    "multipart",
                                    "file",
                                    "storage",
                                    "profile",
                                    "caller",
                                    "job",
                                    "problem")),
                    Map.entry("activestorage", Set.of("upload", "caller", "problem")),
                    Map.entry(
                            "reconcile",
                            Set.of("file", "storage", "profile", "caller", "job", "problem")),
                    Map.entry(
                            "lifecycle",
                            Set.of(
                                    "upload", "file", "storage", "profile", "caller", "job",
                                    "problem")),
                    Map.entry(
                            "upload",
                            Set.of(
                                    "multipart",
                                    "processing",
                                    "file",
                                    "account",
                                    "storage",
                                    "profile",
                                    "sniff",
                                    "scan",
                                    "caller",
                                    "job",
                                    "problem")),
                    Map.entry(
                            "processing",
                            Set.of(
                                    "file",
                                    "storage",
                                    "image.imgscalr",
                                    "image.jdk",
                                    "image.libvips",
                                    "image.sanitise",
                                    "image",
                                    "profile",
                                    "caller",
                                    "job",
                                    "problem")),
                    Map.entry(
                            "multipart",
                            Set.of("file", "storage", "profile", "caller", "job", "problem")),
                    Map.entry(
                            "delivery", Set.of("file", "storage", "profile", "caller", "problem")),
                    Map.entry(
                            "file",
                            Set.of(
                                    "account", "storage", "image", "profile", "caller", "job",
                                    "problem")),
                    Map.entry("account", Set.of("caller", "problem")),
                    Map.entry("storage.s3", Set.of("storage", "presign", "caller", "problem")),
                    Map.entry(
                            "storage.local",
                            Set.of("storage", "presign", "caller", "cors", "problem")),
                    Map.entry("storage", Set.of("presign", "problem")),
                    Map.entry("profile", Set.of("image", "sniff", "caller", "problem")),
                    Map.entry("job", Set.of("problem")),
                    Map.entry("scan", Set.of("problem")),
                    Map.entry("caller", Set.of()),
                    Map.entry("cors", Set.of()),
                    Map.entry("presign", Set.of()),
                    Map.entry("image.imgscalr", Set.of("image.imageio", "image")),
                    Map.entry("image.jdk", Set.of("image.imageio", "image")),
                    Map.entry("image.libvips", Set.of("image")),
                    Map.entry("image.imageio", Set.of("image")),
                    Map.entry("image.sanitise", Set.of("image")),
                    Map.entry("image", Set.of()),
                    Map.entry("sniff", Set.of()),
                    Map.entry("problem", Set.of()));

    private static final Set<String> SAY_NOTHING =
            Set.of("Impl", "Manager", "Util", "Utils", "Helper", "Service", "Dto");

    private static final int LONGEST_MAIN = 300;
    private static final int LONGEST_TEST = 400;

    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    @Test
    void theArrowsPointOneWay() {
        var wrong = new TreeSet<String>();
        for (var from : MAIN) {
            for (var dependency : from.getDirectDependenciesFromSelf()) {
                var to = dependency.getTargetClass().getBaseComponentType();
                if (to.getPackageName().startsWith(ROOT)
                        && !isAllowed(packageOf(from), packageOf(to))) {
                    wrong.add(packageOf(from) + " -> " + packageOf(to) + ": " + from.getName());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPackageStandsInTheDiagram() {
        assertThat(MAIN).isNotEmpty().allSatisfy(c -> assertThat(ARROWS).containsKey(packageOf(c)));
    }

    @Test
    void thereAreNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void theAwsSdkStaysInItsBackend() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".storage.s3..", ROOT + ".ops..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .check(MAIN);
    }

    @Test
    void httpStaysOutOfTheCore() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".presign",
                        ROOT + ".image..",
                        ROOT + ".scan",
                        ROOT + ".sniff",
                        ROOT + ".storage")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(MAIN);
    }

    @Test
    void aConfigIsUsedInItsOwnPackageOnly() {
        var wrong = new TreeSet<String>();
        for (var user : MAIN) {
            for (var dependency : user.getDirectDependenciesFromSelf()) {
                var used = dependency.getTargetClass();
                if (used.getSimpleName().endsWith("Config")
                        && used.getPackageName().startsWith(ROOT)
                        && !used.getPackageName().equals(user.getPackageName())
                        && !packageOf(user).equals("ops")) {
                    wrong.add(user.getName() + " uses " + used.getName());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyNameSaysSomething() {
        assertThat(MAIN)
                .allSatisfy(
                        c ->
                                assertThat(SAY_NOTHING)
                                        .noneMatch(word -> c.getSimpleName().endsWith(word)));
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should().notBeAnnotatedWith(Inject.class).check(MAIN);
    }

    @Test
    void everyEndpointIsPublicBecauseOthersAreSilentlyNotThere() {
        methods().that().areMetaAnnotatedWith(HttpMethod.class).should().bePublic().check(MAIN);
    }

    @Test
    void noFileIsTooLongToReadAtOnce() throws IOException {
        assertThat(longerThan(LONGEST_MAIN, Path.of("src/main/java"))).isEmpty();
        assertThat(longerThan(LONGEST_TEST, Path.of("src/test/java"))).isEmpty();
    }

    private static Set<String> longerThan(int lines, Path folder) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                if (Files.readAllLines(file).size() > lines) {
                    found.add(file.toString());
                }
            }
        }
        return found;
    }

    private static boolean isAllowed(String from, String to) {
        var allowed = ARROWS.getOrDefault(from, Set.of());
        return from.equals(to) || allowed.contains(to) || allowed.contains("*");
    }

    private static String packageOf(JavaClass type) {
        var name = type.getPackageName();
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
    }
}
