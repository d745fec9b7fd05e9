package dev.slipway.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// There is no database, no AWS setting and no configured key wherever these run.
@DisplayName("A command of the packaged program")
class CommandsIT {

    @TempDir Path folder;
    private Path privateKey;
    private Path publicKey;

    @BeforeEach
    void nameTheKeys() {
        privateKey = folder.resolve("keys/private-key.pem");
        publicKey = folder.resolve("keys/public-key.pem");
    }

    @Test
    void keysMakesAPairThatOnlyItsOwnerCanSignWith() throws IOException {
        var run = Run.command(folder, "keys", "--out", "keys");

        assertThat(run).isEqualTo(new Run(0, "keys/private-key.pem\nkeys/public-key.pem\n", ""));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(privateKey)))
                .isEqualTo("rw-------");
        assertThat(publicKey).content().startsWith("-----BEGIN PUBLIC KEY-----\n");
    }

    @Test
    void keysNeverOverwritesAPair() throws IOException {
        Run.command(folder, "keys", "--out", "keys");
        var before = Files.readString(privateKey);

        assertThat(Run.command(folder, "keys", "--out", "keys"))
                .isEqualTo(new Run(1, "", "There are keys in keys already.\n"));
        assertThat(privateKey).hasContent(before);
    }

    @Test
    void tokenPrintsATokenThatThePublicKeyVerifies() throws Exception {
        Run.command(folder, "keys", "--out", "keys");

        var run =
                Run.command(
                        folder,
                        "token",
                        "--key",
                        "keys/private-key.pem",
                        "--subject",
                        "bob",
                        "--groups",
                        "user,admin",
                        "--expires-in",
                        "15m");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        var claims = verified(run.out());
        assertThat(claims.getString("sub")).isEqualTo("bob");
        assertThat(claims.getList("groups")).containsExactlyInAnyOrder("user", "admin");
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(15 * 60);
        assertThat(claims.getString("iss")).isNull();
    }

    @Test
    void tokenSignsForTheConfiguredServer() throws Exception {
        Run.command(folder, "keys", "--out", "keys");
        var settings =
                Map.of(
                        "smallrye.jwt.sign.key.location", "keys/private-key.pem",
                        "mp.jwt.verify.issuer", "https://issuer.example",
                        "mp.jwt.verify.audiences", "slipway");

        var run = Run.of(Jar.process(folder, settings, "token"));

        var claims = verified(run.out());
        assertThat(claims.getString("iss")).isEqualTo("https://issuer.example");
        assertThat(claims.getString("aud")).isEqualTo("slipway");
        assertThat(claims.getString("sub")).isEqualTo("alice");
        assertThat(claims.getList("groups")).containsExactly("user");
    }

    @Test
    void tokenAsksForAKey() {
        var run = Run.command(folder, "token");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("There is no key to sign with: name it with --key");
    }

    @Test
    void tokenSaysWhatIsWrongWithAKeyInOneSentence() throws IOException {
        Files.writeString(folder.resolve("no.pem"), "no key");

        assertThat(Run.command(folder, "token", "--key", "no.pem"))
                .isEqualTo(new Run(1, "", "no.pem: not the PEM of a private key\n"));
        assertThat(Run.command(folder, "token", "--key", "missing.pem"))
                .isEqualTo(new Run(1, "", "There is no missing.pem.\n"));
    }

    @Test
    void aTypoGetsAHint() {
        var run = Run.command(folder, "tokn");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Did you mean: slipway token?");
    }

    @Test
    void helpNamesAllCommands() {
        var run = Run.command(folder, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("keys", "token");
        assertThat(run.err()).isEmpty();
    }

    private JsonPath verified(String line) throws GeneralSecurityException, IOException {
        var token = line.strip();
        var dot = token.lastIndexOf('.');
        var decoder = Base64.getUrlDecoder();
        var verifier = Signature.getInstance("SHA256withRSA");
        var pem = Files.readString(publicKey).replaceAll("-----[A-Z ]+-----|\n", "");
        verifier.initVerify(
                KeyFactory.getInstance("RSA")
                        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem))));
        verifier.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(decoder.decode(token.substring(dot + 1)))).isTrue();
        var payload = decoder.decode(token.split("\\.")[1]);
        return new JsonPath(new String(payload, StandardCharsets.UTF_8));
    }
}
