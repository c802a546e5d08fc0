package io.plimsoll.jobs.chaos;

import java.util.List;

/**
 * Some times, in seconds, by rank: each is one of those measured.
 *
 * @param median half are no longer
 * @param p90 nine of ten are no longer
 * @param max the longest
 */
record Spread(double median, double p90, double max) {

  /** Of none at all they are not numbers. */
  static Spread of(List<Double> seconds) {
    if (seconds.isEmpty()) {
      return new Spread(Double.NaN, Double.NaN, Double.NaN);
    }
    List<Double> sorted = seconds.stream().sorted().toList();
    return new Spread(rank(sorted, 0.5), rank(sorted, 0.9), sorted.get(sorted.size() - 1));
  }

  private static double rank(List<Double> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
