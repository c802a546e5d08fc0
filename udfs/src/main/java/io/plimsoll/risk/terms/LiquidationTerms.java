package io.plimsoll.risk.terms;

/** What a liquidation would do; {@link NoTerms} when there is nothing to do. */
public sealed interface LiquidationTerms permits SpotTerms, PerpetualTerms, NoTerms {

  /** Whether there is something to do. */
  default boolean exist() {
    return true;
  }
}
