package io.plimsoll.jobs.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * What is kept of one of a cluster's jobs.
 *
 * @param arguments that it was submitted with; none if it never was
 * @param ids that it has had, the newest first
 */
record KeptJob(List<String> arguments, List<String> ids) {

  static final KeptJob NONE = new KeptJob(List.of(), List.of());

  /**
   * Ids that are kept: a job that was lost before its first checkpoint leaves none to go on from.
   */
  private static final int IDS = 20;

  KeptJob {
    arguments = List.copyOf(arguments);
    ids = List.copyOf(ids);
  }

  KeptJob with(List<String> otherArguments) {
    return new KeptJob(otherArguments, ids);
  }

  KeptJob withId(String id) {
    List<String> all = new ArrayList<>(List.of(id));
    all.addAll(ids);
    return new KeptJob(arguments, all.subList(0, Math.min(IDS, all.size())));
  }
}
