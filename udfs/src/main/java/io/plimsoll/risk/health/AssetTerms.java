package io.plimsoll.risk.health;

import io.plimsoll.risk.exact.Rational;

/**
 * What one asset adds to an account's sums, as units that are multiplied by its mid; without entry
 * constants and cash, which belong to no price.
 */
public final class AssetTerms {

  private final int asset;
  private final Rational mid;
  private Rational unitsInAssets = Rational.ZERO;
  private Rational unitsInLiabilities = Rational.ZERO;
  private Rational unitsInEquity = Rational.ZERO;
  private Rational spotLeft = Rational.ZERO;
  private Rational perpetualLeft = Rational.ZERO;

  AssetTerms(int asset, Rational mid) {
    this.asset = asset;
    this.mid = mid;
  }

  void add(Rational inAssets, Rational inLiabilities, Rational inEquity) {
    unitsInAssets = unitsInAssets.plus(inAssets);
    unitsInLiabilities = unitsInLiabilities.plus(inLiabilities);
    unitsInEquity = unitsInEquity.plus(inEquity);
  }

  void left(Rational spot, Rational perpetual) {
    spotLeft = spot;
    perpetualLeft = perpetual;
  }

  /** Id in the {@link AssetTable}. */
  public int asset() {
    return asset;
  }

  public Rational mid() {
    return mid;
  }

  public Rational unitsInAssets() {
    return unitsInAssets;
  }

  public Rational unitsInLiabilities() {
    return unitsInLiabilities;
  }

  /** Net units in E. */
  public Rational unitsInEquity() {
    return unitsInEquity;
  }

  /** The asset's own terms in A, USD. */
  public Rational assets() {
    return unitsInAssets.times(mid);
  }

  /** The asset's own terms in L, USD. */
  public Rational liabilities() {
    return unitsInLiabilities.times(mid);
  }

  /** NETTED: S after netting and hedging, in units after rate or index; below 0 owed. */
  public Rational spotLeft() {
    return spotLeft;
  }

  /** NETTED: P after netting and hedging; below 0 short. */
  public Rational perpetualLeft() {
    return perpetualLeft;
  }
}
