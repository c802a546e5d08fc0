package io.plimsoll.jobs.guard;

import io.plimsoll.risk.mark.MarkStatus;

/**
 * An asset's mark after an instant. Prices USD.
 *
 * @param instant epoch milliseconds
 * @param asset which has a mark
 * @param status whether the mark is to be believed
 * @param mid median of the sources, at the last OK derivation
 * @param low mid less the half-width
 * @param high mid plus the half-width
 * @param exchangeRate x in force, underlying units a unit
 * @param borrowIndex b in force, units owed per unit borrowed
 * @param stress of the asset's venue, 0 to 1
 * @param barClose whether a bar closes with this instant
 */
public record MarkChange(
    long instant,
    String asset,
    MarkStatus status,
    double mid,
    double low,
    double high,
    double exchangeRate,
    double borrowIndex,
    double stress,
    boolean barClose) {

  /** Whether the mark is to be believed. */
  public boolean isOk() {
    return status == MarkStatus.OK;
  }
}
