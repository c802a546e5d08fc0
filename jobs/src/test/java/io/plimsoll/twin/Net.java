package io.plimsoll.twin;

import java.util.List;

/**
 * What netting leaves of one asset (§5).
 *
 * @param hedged the units in which spot and perpetual cancel
 * @param spot the signed units left of S
 * @param perpetual the signed units left of P
 */
record Net(Rational hedged, Rational spot, Rational perpetual) {
  static Net of(List<Holding> holdingsOfAsset) {
    Rational spot = Rational.ZERO;
    Rational perpetual = Rational.ZERO;
    for (Holding holding : holdingsOfAsset) {
      if (holding.kind().isPerpetual()) {
        perpetual = perpetual.plus(holding.signedUnits());
      } else {
        spot = spot.plus(holding.signedUnits());
      }
    }
    if (spot.signum() * perpetual.signum() >= 0) {
      return new Net(Rational.ZERO, spot, perpetual);
    }
    Rational hedged = spot.abs().min(perpetual.abs());
    return new Net(hedged, shrunk(spot, hedged), shrunk(perpetual, hedged));
  }

  private static Rational shrunk(Rational signed, Rational by) {
    return signed.signum() > 0 ? signed.minus(by) : signed.plus(by);
  }
}
