package io.plimsoll.risk.account;

import java.math.BigDecimal;

/**
 * One holding of an account.
 *
 * @param venue where it is held
 * @param asset what is held or owed
 * @param kind how it counts
 * @param amount above 0, units of the asset, exact
 * @param entryPriceUsd of a LONG or SHORT, exact; 0 for spot
 */
public record Holding(
    String venue, String asset, Kind kind, BigDecimal amount, BigDecimal entryPriceUsd) {

  /** Its value at entry, USD, exact. */
  public BigDecimal entryValueUsd() {
    return amount.multiply(entryPriceUsd);
  }
}
