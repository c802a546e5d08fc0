package io.plimsoll.benchmarks.trigger;

import java.util.ArrayList;
import java.util.List;

/**
 * Where two engines' triggers differ.
 *
 * @param count how many are missing or too many
 * @param first the first of them, for people
 */
public record Differences(long count, List<String> first) {

  private static final int SHOWN = 5;

  /** Compares sorted triggers of the same ticks. */
  public static Differences between(long[] expected, long[] found) {
    long count = 0;
    List<String> first = new ArrayList<>();
    int e = 0;
    int f = 0;
    while (e < expected.length || f < found.length) {
      boolean missing = f == found.length || (e < expected.length && expected[e] < found[f]);
      boolean surplus = e == expected.length || (f < found.length && found[f] < expected[e]);
      if (missing || surplus) {
        count++;
        if (first.size() < SHOWN) {
          first.add(
              (missing ? "missing  " : "too many ")
                  + Trigger.text(missing ? expected[e] : found[f]));
        }
      }
      if (!surplus) {
        e++;
      }
      if (!missing) {
        f++;
      }
    }
    return new Differences(count, List.copyOf(first));
  }

  public boolean none() {
    return count == 0;
  }
}
