package io.plimsoll.risk.terms;

import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.exact.Rational;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Something that a liquidation may repay, seize or close.
 *
 * @param holding index of a holding of the asset and kind, for its thresholds
 * @param venue where it is, or empty for a NETTED account
 * @param asset id
 * @param kind how it counts
 * @param units of the asset, before rate and index
 * @param value at mid, USD
 */
record Leg(int holding, String venue, int asset, Kind kind, Rational units, Rational value) {

  /**
   * The leg of the largest weight; of equals, the first, for legs come sorted by asset, venue and
   * kind.
   *
   * @param legs at least one
   */
  static Leg largest(List<Leg> legs, Function<Leg, Rational> weight) {
    Leg largest = legs.get(0);
    Rational most = weight.apply(largest);
    for (Leg leg : legs) {
      Rational own = weight.apply(leg);
      if (most.isBelow(own)) {
        largest = leg;
        most = own;
      }
    }
    return largest;
  }

  /** Those that are wanted, if there is one, else all. */
  static List<Leg> preferring(List<Leg> legs, Predicate<Leg> wanted) {
    List<Leg> chosen = legs.stream().filter(wanted).toList();
    return chosen.isEmpty() ? legs : chosen;
  }

  static Rational total(List<Leg> legs) {
    Rational total = Rational.ZERO;
    for (Leg leg : legs) {
      total = total.plus(leg.value);
    }
    return total;
  }
}
