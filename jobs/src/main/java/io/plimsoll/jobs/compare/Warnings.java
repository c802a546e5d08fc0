package io.plimsoll.jobs.compare;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * How long accounts had between their margin call and LIQUIDATABLE, by rank: each is one of those
 * measured.
 *
 * @param spells that came to LIQUIDATABLE and were seen from their start
 * @param none of them, those that had no warning: 0 ms
 * @param medianMs half had no more, milliseconds; absent without spells
 * @param tenthPercentileMs a tenth had no more, milliseconds; absent without spells
 */
public record Warnings(
    long spells, long none, OptionalLong medianMs, OptionalLong tenthPercentileMs) {

  static Warnings of(long[] warningsMs) {
    long[] sorted = warningsMs.clone();
    Arrays.sort(sorted);
    long none = Arrays.stream(sorted).filter(ms -> ms == 0).count();
    return new Warnings(sorted.length, none, rank(sorted, 2), rank(sorted, 10));
  }

  /** The smallest of which at least one in so many are no longer. */
  private static OptionalLong rank(long[] sorted, int oneIn) {
    return sorted.length == 0
        ? OptionalLong.empty()
        : OptionalLong.of(sorted[(sorted.length - 1) / oneIn]);
  }
}
