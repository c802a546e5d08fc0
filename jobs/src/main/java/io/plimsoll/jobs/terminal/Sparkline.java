package io.plimsoll.jobs.terminal;

import java.util.Arrays;

/** The course of a number in a few characters, from its first value to its last. */
final class Sparkline {

  private static final String BLOCKS = "▁▂▃▄▅▆▇█";

  /** Enough for any terminal; beyond it two samples become one. */
  private static final int CAPACITY = 512;

  private final double[] samples = new double[CAPACITY];
  private int count;
  private int valuesPerSample = 1;
  private int valuesInLast;

  void add(double value) {
    if (valuesInLast == valuesPerSample || count == 0) {
      if (count == CAPACITY) {
        halve();
      }
      count++;
      valuesInLast = 0;
    }
    // The last value of a sample stands for it: a low that is over is not where the price is.
    samples[count - 1] = value;
    valuesInLast++;
  }

  String draw(int width) {
    int columns = Math.min(width, count);
    double low = Arrays.stream(samples, 0, count).min().orElse(0);
    double high = Arrays.stream(samples, 0, count).max().orElse(0);
    StringBuilder drawn = new StringBuilder(columns);
    for (int column = 0; column < columns; column++) {
      double value = samples[(int) ((column + 1L) * count / columns) - 1];
      double share = high > low ? (value - low) / (high - low) : 0.5;
      drawn.append(BLOCKS.charAt((int) Math.round(share * (BLOCKS.length() - 1))));
    }
    return drawn.toString();
  }

  private void halve() {
    for (int i = 0; i < CAPACITY / 2; i++) {
      samples[i] = samples[2 * i + 1];
    }
    count = CAPACITY / 2;
    valuesPerSample *= 2;
    valuesInLast = valuesPerSample;
  }
}
