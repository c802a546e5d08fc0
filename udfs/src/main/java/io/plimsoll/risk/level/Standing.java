package io.plimsoll.risk.level;

/**
 * What is remembered of one judged portfolio between judgements.
 *
 * @param level it is at
 * @param belowFull HF has been below {@code fullLiquidationBelow} since it was last below
 *     LIQUIDATABLE
 * @param termsIssued the last event issued had liquidation terms
 * @param changed a holding changed since the last judgement; only kept at LIQUIDATABLE or worse
 */
public record Standing(Level level, boolean belowFull, boolean termsIssued, boolean changed) {

  /** Of an account not heard of. */
  public static final Standing NEW = new Standing(Level.SAFE, false, false, false);

  /** The same after an event with or without terms. */
  public Standing withTerms(boolean issued) {
    return new Standing(level, belowFull, issued, changed);
  }

  /** The same, with a holding changed. */
  public Standing withChange() {
    return changed ? this : new Standing(level, belowFull, termsIssued, true);
  }
}
