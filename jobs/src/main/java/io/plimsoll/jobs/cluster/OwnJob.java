package io.plimsoll.jobs.cluster;

import java.util.Locale;

/** The jobs that belong to a local cluster: each goes on, at every start, from where it was. */
public enum OwnJob {
  MONITOR,
  ALERTS;

  /** As it is submitted, and as people call it. */
  public String command() {
    return name().toLowerCase(Locale.ROOT);
  }
}
