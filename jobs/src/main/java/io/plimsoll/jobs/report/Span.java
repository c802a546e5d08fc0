package io.plimsoll.jobs.report;

/**
 * The time axis of a report, cut into steps.
 *
 * @param from first instant, epoch milliseconds
 * @param to last instant
 * @param stepMs length of a step
 */
record Span(long from, long to, long stepMs) {

  /**
   * An axis of at most so many steps.
   *
   * @param unitMs what a step is a whole number of
   */
  static Span of(long from, long to, int steps, long unitMs) {
    long units = Math.max(1, (to - from + unitMs) / unitMs);
    return new Span(from, to, unitMs * ((units + steps - 1) / steps));
  }

  int steps() {
    return step(to) + 1;
  }

  /** The step that an instant is in; those outside count at the ends. */
  int step(long instant) {
    return (int) ((Math.min(to, Math.max(from, instant)) - from) / stepMs);
  }

  /** When a step begins. */
  long start(int step) {
    return from + step * stepMs;
  }
}
