package dev.slipway.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.storage.s3.S3ProxyResource;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The packaged program refuses to start, in one sentence,")
class RefusingToStartIT {

    private static final String SAYS = "Slipway does not start: ";
    private static final Map<String, String> CREDENTIALS =
            Map.of(
                    "AWS_ACCESS_KEY_ID", "AKID",
                    "AWS_SECRET_ACCESS_KEY", "secret");

    @TempDir static Path folder;
    private static Installation installation;

    @BeforeAll
    static void install() throws Exception {
        installation = Installation.in(folder);
    }

    @Test
    void withoutADatabase() {
        assertThat(refusal(installation.without("quarkus.datasource.jdbc.url").process()))
                .startsWith("there is no database: set quarkus.datasource.jdbc.url");
    }

    @Test
    void whenTheDatabaseDoesNotAnswer() {
        var nobody = "jdbc:postgresql://127.0.0.1:1/none";

        assertThat(refusal(installation.with("quarkus.datasource.jdbc.url", nobody).process()))
                .startsWith("the database cannot be used: Connection to 127.0.0.1:1 refused");
    }

    @Test
    void withoutAKeyThatVerifiesTokens() {
        assertThat(refusal(installation.without("mp.jwt.verify.publickey.location").process()))
                .startsWith("there is no key that tokens are verified with")
                .contains("mp.jwt.verify.publickey.location");
    }

    @Test
    void withAnEnvironmentVariableThatIsNoSetting() {
        var process = installation.process();
        process.environment().put("SLIPWAY_S3_BUKCET", "photos");
        process.environment().put("SLIPWAY_LINKS_EXPIRY", "2h");
        process.environment().put("SLIPWAY_SCAN", "clamd");
        process.environment().put("SLIPWAY_SCAN_CLAMD_HOST", "clamav");
        process.environment().put("SLIPWAY_PROFILES_HOLIDAY_TYPES", "image/*");

        assertThat(refusal(process))
                .isEqualTo(
                        "no setting belongs to the environment variable SLIPWAY_S3_BUKCET:"
                                + " correct its name or remove it.");
    }

    @Test
    void withASettingThatDoesNotExist() {
        assertThat(refusal(installation.with("slipway.links.expiri", "2h").process()))
                .contains("slipway.links.expiri");
    }

    @Test
    void withAStorageThatDoesNotExist() {
        assertThat(refusal(installation.with("slipway.storage", "tape").process()))
                .contains("slipway.storage is 'tape'");
    }

    @Test
    void onS3WithoutABucket() {
        assertThat(refusal(installation.with("slipway.storage", "s3").process()))
                .contains("set slipway.s3.bucket");
    }

    @Test
    void onS3WithoutARegion() {
        var process = onS3().process();
        process.environment().putAll(CREDENTIALS);

        assertThat(refusal(process)).contains("set quarkus.s3.aws.region");
    }

    @Test
    void onS3WithoutCredentials() {
        var process = onS3().process();
        process.environment().put("AWS_REGION", "eu-central-1");

        assertThat(refusal(process)).contains("there are no credentials: set ");
    }

    @Test
    void withAScannerThatDoesNotExist() {
        assertThat(refusal(installation.with("slipway.scan", "hope").process()))
                .isEqualTo("slipway.scan is 'hope', but can be none, clamd or http only");
    }

    @Test
    void withAnHttpScannerThatHasNoAddress() {
        assertThat(refusal(installation.with("slipway.scan", "http").process()))
                .isEqualTo("slipway.scan.http.url is not set, but needed as slipway.scan is http");
    }

    @Test
    @DisplayName("D90: on a storage that carries the id of another database's installation")
    void onTheStorageOfAnotherDatabase() throws Exception {
        installation.start().close();
        var restored = installation.with(Databases.settings(Databases.create()));

        assertThat(refusal(restored.process()))
                .startsWith("the storage local belongs to installation ")
                .contains(", but this database to ", "remove its object slipway.json");
    }

    @Test
    @DisplayName("D90: on a bucket that it may not look into")
    void onABucketOfOthers() {
        var s3 = new S3ProxyResource();
        try {
            var locked =
                    installation
                            .with(s3.start())
                            .with(
                                    "quarkus.s3.aws.credentials.static-provider.secret-access-key",
                                    "x");

            assertThat(refusal(locked.process()))
                    .startsWith("the object slipway.json of the storage s3 can be neither read nor")
                    .contains("slipway.reconcile.marker=false", "403");
        } finally {
            s3.stop();
        }
    }

    @Test
    void withALeaseThatEndsBeforeAFinishDoes() {
        assertThat(refusal(installation.with("slipway.finish.budget", "3m").process()))
                .isEqualTo(
                        "slipway.reaper.lease is PT5M, but has to be longer than twice"
                                + " slipway.finish.budget, which is PT3M");
    }

    private Installation onS3() {
        return installation.with("slipway.storage", "s3").with("slipway.s3.bucket", "photos");
    }

    /// The sentence, which is the last line that the program says.
    private static String refusal(ProcessBuilder process) {
        var run = Run.of(process);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out() + run.err()).doesNotContain("\tat ");
        assertThat(run.err().lines().toList()).isNotEmpty();
        var sentence = run.err().lines().toList().getLast();
        assertThat(sentence).startsWith(SAYS);
        return sentence.substring(SAYS.length());
    }
}
