package io.plimsoll.jobs.compare;

import java.util.List;

/**
 * The accounts that came to a level, or worse, in one of the runs and not in the other, by name.
 *
 * @param onlyInA in the first run
 * @param onlyInB in the second run
 */
public record Crossers(List<String> onlyInA, List<String> onlyInB) {

  public Crossers {
    onlyInA = List.copyOf(onlyInA);
    onlyInB = List.copyOf(onlyInB);
  }
}
