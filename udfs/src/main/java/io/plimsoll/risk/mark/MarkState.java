package io.plimsoll.risk.mark;

/**
 * What the guard remembers of one asset. Mutable, not thread-safe; bounded by the sources heard
 * within {@code maxAge}.
 */
public final class MarkState {

  /** No such instant yet. */
  public static final long NEVER = Long.MIN_VALUE;

  /** The latest quotes. */
  public final Quotes quotes = new Quotes();

  /** Whether the asset has a mark, which it has from its first OK derivation. */
  public boolean marked;

  /** The mark, USD: what the last OK derivation found. */
  public double mid;

  public double low;
  public double high;

  /** Before its first derivation an asset has no fresh source. */
  public MarkStatus status = MarkStatus.STALE;

  /** Timestamp of the newest quote that survived in the last OK derivation. */
  public long newestSurvivor = NEVER;

  /** The median that claims a jump, and the instant it was first seen; {@link #NEVER}: no claim. */
  public double claimedMedian;

  public long claimInstant = NEVER;

  public boolean claims() {
    return claimInstant != NEVER;
  }

  void endClaim() {
    claimInstant = NEVER;
  }
}
