package io.plimsoll.benchmarks.report;

import java.util.Arrays;

/**
 * One figure measured several times.
 *
 * @param least of them
 * @param median of them; of an even number, between the two in the middle
 * @param most of them
 */
public record Spread(double least, double median, double most) {

  /** Of one figure at least. */
  public static Spread of(double... figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(sorted[0], median, sorted[sorted.length - 1]);
  }
}
