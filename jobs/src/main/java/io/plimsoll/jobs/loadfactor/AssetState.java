package io.plimsoll.jobs.loadfactor;

import io.plimsoll.risk.mark.MarkStatus;

/**
 * Everything that accounts are judged by, of one asset after one instant. Prices USD.
 *
 * @param instant epoch milliseconds
 * @param asset which has a mark
 * @param status whether the mark is to be believed
 * @param mid mark
 * @param low its lower end
 * @param high its upper end
 * @param exchangeRate x in force
 * @param borrowIndex b in force
 * @param volatility σ a year
 * @param loadFactor g in force
 * @param barClose whether a bar closed with this instant
 */
public record AssetState(
    long instant,
    String asset,
    MarkStatus status,
    double mid,
    double low,
    double high,
    double exchangeRate,
    double borrowIndex,
    double volatility,
    double loadFactor,
    boolean barClose) {

  /** Whether an account could be judged otherwise by this than by the other. */
  public boolean judgesUnlike(AssetState other) {
    return status != other.status
        || mid != other.mid
        || low != other.low
        || high != other.high
        || exchangeRate != other.exchangeRate
        || borrowIndex != other.borrowIndex
        || loadFactor != other.loadFactor;
  }

  /** Whether exchange rate or borrow index differ. */
  public boolean ratesUnlike(AssetState other) {
    return exchangeRate != other.exchangeRate || borrowIndex != other.borrowIndex;
  }
}
