package io.plimsoll.jobs.rest;

import java.util.Set;

/** States of a job, as Flink names them. */
public final class JobState {

  public static final String RUNNING = "RUNNING";
  public static final String FINISHED = "FINISHED";
  public static final String FAILED = "FAILED";

  private static final Set<String> OVER = Set.of(FAILED, "CANCELED", FINISHED);

  private JobState() {}

  /**
   * Whether a job in this state will never run again. One that is SUSPENDED may: its JobManager has
   * let go of it, and the next that leads takes it up.
   */
  public static boolean isOver(String state) {
    return OVER.contains(state);
  }
}
