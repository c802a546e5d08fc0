package io.plimsoll.jobs.chaos;

import java.util.Locale;

/** What is done to the cluster. How, {@link Injector} says. */
public enum Fault {
  KILL_TASKMANAGER(20, true),
  KILL_JOBMANAGER(30, true),
  KILL_BROKER(30, true),
  PAUSE_TASKMANAGER(30, true),
  PAUSE_JOBMANAGER(30, true),
  PAUSE_BROKER(20, true),
  FAIL_CHECKPOINT(20, false),
  RESTART(70, false),
  RESCALE(45, false);

  private final double seconds;
  private final boolean sudden;

  Fault(double seconds, boolean sudden) {
    this.seconds = seconds;
    this.sudden = sudden;
  }

  /** A guess of how long one of them takes with its recovery, before any was measured. */
  double seconds() {
    return seconds;
  }

  /** Whether a second one may come before the first is recovered from. */
  boolean isSudden() {
    return sudden;
  }

  /** As people write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
