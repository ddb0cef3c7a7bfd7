package io.stockmate.local.console;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. The number is the build's. */
public final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = VersionText.class.getPackage().getImplementationVersion();
        return new String[] {"stockmate " + (version == null ? "(not packaged)" : version)};
    }
}
