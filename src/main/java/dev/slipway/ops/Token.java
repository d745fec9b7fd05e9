package dev.slipway.ops;

import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Signs a token with the configured key (`smallrye.jwt.sign.key.location`) or the given one,
/// for scripts and measurements where no identity provider runs. Issuer and audience are those
/// that the server asks for, if it does.
@CommandLine.Command(name = "token", description = "Signs a token and prints it.")
final class Token implements Callable<Integer> {

    @CommandLine.Option(
            names = "--subject",
            defaultValue = "alice",
            description = "The owner of what the token's bearer uploads; default: alice.")
    String subject;

    @CommandLine.Option(
            names = "--groups",
            split = ",",
            defaultValue = "user",
            description = "user, admin and/or service; default: user.")
    List<String> groups;

    @CommandLine.Option(
            names = "--expires-in",
            defaultValue = "1h",
            paramLabel = "DURATION",
            description = "How long it is good for, such as 15m or PT15M; default: 1h.")
    Duration expiresIn;

    @CommandLine.Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The PEM of the private key; default: smallrye.jwt.sign.key.location.")
    @Nullable Path key;

    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    Token() {}

    @Override
    public Integer call() throws IOException {
        if (!expiresIn.isPositive()) {
            throw wrong("--expires-in must lie in the future, but is " + expiresIn + ".");
        }
        var config = ConfigProvider.getConfig();
        var signer =
                Optional.ofNullable(key)
                        .or(() -> setting(config, "smallrye.jwt.sign.key.location").map(Path::of))
                        .orElseThrow(
                                () ->
                                        wrong(
                                                "There is no key to sign with: name it with --key,"
                                                        + " or make one with 'keys'."));
        var claims = Jwt.subject(subject).groups(Set.copyOf(groups)).expiresIn(expiresIn);
        setting(config, "mp.jwt.verify.issuer").ifPresent(claims::issuer);
        config.getOptionalValues("mp.jwt.verify.audiences", String.class)
                .ifPresent(audiences -> claims.audience(Set.copyOf(audiences)));
        spec.commandLine().getOut().println(claims.sign(PrivateKeys.read(signer)));
        return CommandLine.ExitCode.OK;
    }

    private CommandLine.ParameterException wrong(String sentence) {
        return new CommandLine.ParameterException(spec.commandLine(), sentence);
    }

    private static Optional<String> setting(Config config, String name) {
        return config.getOptionalValue(name, String.class);
    }
}
