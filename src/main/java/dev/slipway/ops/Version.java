package dev.slipway.ops;

import picocli.CommandLine;

/// The version that the build wrote into the manifest of the packaged program.
final class Version implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"slipway " + (version == null ? "from source" : version)};
    }
}
