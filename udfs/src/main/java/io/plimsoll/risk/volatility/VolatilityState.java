package io.plimsoll.risk.volatility;

/**
 * What the estimators remember of one asset. Mutable; memory follows the returns that closed within
 * the window, {@code W/Δ} at most.
 */
public final class VolatilityState {

  /** No close yet. */
  public static final long NEVER = Long.MIN_VALUE;

  /** Mid at the last close on an OK mark. */
  public double lastClose;

  /** Instant of the first close on an OK mark, or {@link #NEVER}. */
  public long firstCloseInstant = NEVER;

  /** n: bars since the last close on an OK mark. */
  public long barsSinceClose;

  /** v: variance of the return of one bar. */
  public double variance;

  /** Whether there has been a return; until then σ is the reference. */
  public boolean hasReturn;

  /** σ a year, after the last bar. */
  public double volatility;

  private int first;
  private int count;
  private long[] closeInstant = new long[16];
  private double[] squaredReturn = new double[16];

  /** Returns held. */
  public int returns() {
    return count;
  }

  public long closeInstant(int i) {
    return closeInstant[first + i];
  }

  public double squaredReturn(int i) {
    return squaredReturn[first + i];
  }

  /** Adds the return that closed last. */
  public void addReturn(long instant, double squared) {
    if (first + count == closeInstant.length) {
      makeRoom();
    }
    closeInstant[first + count] = instant;
    squaredReturn[first + count] = squared;
    count++;
  }

  /** Forgets returns that closed at or before an instant. */
  void dropUpTo(long instant) {
    while (count > 0 && closeInstant[first] <= instant) {
      first++;
      count--;
    }
    if (count == 0) {
      first = 0;
    }
  }

  /** Doubles when more than half full, else shifts: amortised constant time. */
  private void makeRoom() {
    long[] instants = closeInstant;
    double[] squares = squaredReturn;
    if (count > closeInstant.length / 2) {
      closeInstant = new long[instants.length * 2];
      squaredReturn = new double[squares.length * 2];
    }
    System.arraycopy(instants, first, closeInstant, 0, count);
    System.arraycopy(squares, first, squaredReturn, 0, count);
    first = 0;
  }
}
