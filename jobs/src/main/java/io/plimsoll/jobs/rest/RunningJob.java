package io.plimsoll.jobs.rest;

import java.util.List;
import java.util.Set;

/**
 * A job, as its JobManager told of it a moment ago.
 *
 * @param id in hexadecimal
 * @param state Flink's name of it
 * @param runningSince epoch milliseconds; another after each restart
 * @param consumers ids of the tasks that read what other tasks write: all but the sources
 */
record RunningJob(String id, String state, long runningSince, List<String> consumers) {

  private static final Set<String> ENDED = Set.of("FAILED", "CANCELED", "FINISHED", "SUSPENDED");

  boolean isRunning() {
    return state.equals("RUNNING");
  }

  /** It will not run again by itself. */
  boolean hasEnded() {
    return hasEnded(state);
  }

  static boolean hasEnded(String state) {
    return ENDED.contains(state);
  }
}
