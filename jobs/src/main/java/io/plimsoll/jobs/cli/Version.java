package io.plimsoll.jobs.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Plimsoll.class.getPackage().getImplementationVersion();
    return new String[] {"plimsoll " + (version == null ? "(not built as a jar)" : version)};
  }
}
