package io.plimsoll.twin;

import java.util.Map;
import java.util.TreeMap;

/** Counts which branches of the rules were taken: an oracle proves only what it exercises. */
public final class Coverage {
  private final Map<String, Integer> hits = new TreeMap<>(CodePoints.ORDER);

  void hit(String branch) {
    hits.merge(branch, 1, Integer::sum);
  }

  void hit(boolean taken, String branch) {
    if (taken) {
      hit(branch);
    }
  }

  /** Adds what was noted elsewhere, once it turns out to matter. */
  void add(Coverage other) {
    other.hits.forEach((branch, count) -> hits.merge(branch, count, Integer::sum));
  }

  /** How often each branch was taken, by its name. */
  public Map<String, Integer> hits() {
    return hits;
  }
}
