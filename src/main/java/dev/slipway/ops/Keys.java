package dev.slipway.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/// Makes an RSA key pair for tokens: PEM files, the private one readable by its owner only.
/// What exists already is never overwritten.
@CommandLine.Command(
        name = "keys",
        description =
                "Makes a key pair: private-key.pem signs tokens, public-key.pem verifies them.")
final class Keys implements Callable<Integer> {

    private static final int BITS = 2048;

    @CommandLine.Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where the two files go; default: here.",
            defaultValue = ".")
    Path out;

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    Keys() {}

    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        var privateKey = out.resolve("private-key.pem");
        var publicKey = out.resolve("public-key.pem");
        if (Files.exists(privateKey) || Files.exists(publicKey)) {
            spec.commandLine().getErr().println("There are keys in " + out + " already.");
            return CommandLine.ExitCode.SOFTWARE;
        }
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        var pair = generator.generateKeyPair();
        Files.createDirectories(out);
        Files.createFile(privateKey, ownerOnly());
        Files.writeString(
                privateKey, pem("PRIVATE KEY", pair.getPrivate()), StandardOpenOption.WRITE);
        Files.writeString(
                publicKey, pem("PUBLIC KEY", pair.getPublic()), StandardOpenOption.CREATE_NEW);
        spec.commandLine().getOut().println(privateKey + "\n" + publicKey);
        return CommandLine.ExitCode.OK;
    }

    private FileAttribute<?>[] ownerOnly() throws IOException {
        return Files.getFileStore(out).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String pem(String label, Key key) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, body, label);
    }
}
