package io.plimsoll.risk.terms;

/** Nothing to repay, seize or close. */
public enum NoTerms implements LiquidationTerms {
  NONE;

  @Override
  public boolean exist() {
    return false;
  }
}
