package io.plimsoll.jobs.rest;

import java.util.List;

/**
 * A job, as its JobManager told of it a moment ago.
 *
 * @param id in hexadecimal
 * @param state Flink's name of it
 * @param runningSince epoch milliseconds; another after each restart
 * @param consumers ids of the tasks that read what other tasks write: all but the sources
 */
record RunningJob(String id, String state, long runningSince, List<String> consumers) {

  boolean isRunning() {
    return state.equals(JobState.RUNNING);
  }

  /** It will not run again by itself. */
  boolean hasEnded() {
    return JobState.isOver(state);
  }
}
