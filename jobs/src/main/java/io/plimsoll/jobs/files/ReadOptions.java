package io.plimsoll.jobs.files;

import java.io.Serializable;

/**
 * How a directory is read.
 *
 * @param latenessMs how far a row may stand behind the latest before it in its file; 0 for files in
 *     order. Too low: rows are refused as late. Too high: downstream holds that much in buffers
 * @param to last instant, inclusive; rows after it are neither read nor refused
 */
public record ReadOptions(long latenessMs, long to) implements Serializable {

  /** Everything is read. */
  public static final long TO_THE_END = Long.MAX_VALUE;

  /** Files in order, to the end. */
  public static final ReadOptions DEFAULTS = new ReadOptions(0, TO_THE_END);

  /** A thousand years: sums with it stay far from overflow. */
  private static final long MAX_LATENESS_MS = 31_536_000_000_000L;

  public ReadOptions {
    if (latenessMs < 0 || latenessMs > MAX_LATENESS_MS) {
      throw new IllegalArgumentException(
          "lateness of " + latenessMs + " ms: at least 0, at most " + MAX_LATENESS_MS);
    }
  }
}
