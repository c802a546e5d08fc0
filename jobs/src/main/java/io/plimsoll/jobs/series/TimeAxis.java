package io.plimsoll.jobs.series;

/**
 * A time axis, cut into steps that are counted from 0.
 *
 * @param from where the first step begins, epoch milliseconds
 * @param end the last step that there will ever be
 * @param stepMs length of a step
 * @param kept how many steps are remembered
 */
public record TimeAxis(long from, long end, long stepMs, int kept) {

  /**
   * The axis of a run that is over: of at most so many steps, all of which are kept.
   *
   * @param from first instant, epoch milliseconds
   * @param to last instant
   * @param unitMs what a step is a whole number of
   */
  public static TimeAxis of(long from, long to, int steps, long unitMs) {
    long stepMs = length(to - from + unitMs, steps, unitMs);
    long end = (to - from) / stepMs;
    return new TimeAxis(from, end, stepMs, (int) end + 1);
  }

  /**
   * The axis of what goes on: its last steps, at most so many, are kept.
   *
   * @param now epoch milliseconds
   * @param windowMs how much is kept
   */
  public static TimeAxis rolling(long now, long windowMs, int steps, long unitMs) {
    long stepMs = length(windowMs, steps, unitMs);
    int kept = (int) Math.max(1, (windowMs + stepMs - 1) / stepMs);
    // A whole number of steps since the epoch, so that steps begin at round times.
    long from = Math.max(0, (now - windowMs) / stepMs * stepMs);
    return new TimeAxis(from, Long.MAX_VALUE, stepMs, kept);
  }

  private static long length(long timeMs, int steps, long unitMs) {
    long units = Math.max(1, (timeMs + unitMs - 1) / unitMs);
    return unitMs * ((units + steps - 1) / steps);
  }

  /** The step that an instant is in; those outside count at the ends. */
  public long step(long instant) {
    return Math.min(end, Math.max(0, instant - from) / stepMs);
  }

  /** When a step begins. */
  public long start(long step) {
    return from + step * stepMs;
  }

  /** The first step that is remembered when another is the last. */
  public long firstKept(long last) {
    return Math.max(0, last - kept + 1);
  }
}
