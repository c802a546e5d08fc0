package io.plimsoll.twin;

import java.util.Comparator;
import java.util.List;

/**
 * Something of the account that a liquidation could take hold of.
 *
 * @param venue the empty name when netted
 * @param units without sign; of spot with the index already applied
 * @param weight by which the largest is chosen
 */
record Stake(
    String venue, AssetState asset, Kind kind, Rational units, Rational value, Rational weight) {
  private static final Comparator<Stake> TIES =
      Comparator.comparing((Stake stake) -> stake.asset().name(), CodePoints.ORDER)
          .thenComparing(Stake::venue, CodePoints.ORDER)
          .thenComparing(Stake::kind);

  static Stake spot(String venue, AssetState asset, Kind kind, Rational units) {
    Rational value = units.times(asset.mid());
    return new Stake(venue, asset, kind, units, value, value);
  }

  static Stake perpetual(String venue, AssetState asset, Kind kind, Rational units) {
    Rational value = units.times(asset.mid());
    return new Stake(venue, asset, kind, units, value, value.times(asset.maintenance()));
  }

  static Rational worth(List<Stake> stakes) {
    return stakes.stream().map(Stake::value).reduce(Rational.ZERO, Rational::plus);
  }

  /** Those that are {@code OK} and each worth the dust or more if there is one, else all. */
  static List<Stake> preferred(List<Stake> stakes, Rational dust, Coverage coverage) {
    List<Stake> good =
        stakes.stream()
            .filter(stake -> stake.asset().mark().isOk() && stake.value().compareTo(dust) >= 0)
            .toList();
    coverage.hit(good.isEmpty(), "terms: none of the candidates is OK and above dust");
    coverage.hit(
        !good.isEmpty() && good.size() < stakes.size(), "terms: some candidates passed over");
    return good.isEmpty() ? stakes : good;
  }

  /** The heaviest; of several the first by asset, venue and kind. */
  static Stake largest(List<Stake> stakes, Coverage coverage) {
    Stake largest = null;
    for (Stake stake : stakes.stream().sorted(TIES).toList()) {
      coverage.hit(
          largest != null && stake.weight().compareTo(largest.weight()) == 0,
          "terms: tie for the largest");
      if (largest == null || stake.weight().compareTo(largest.weight()) > 0) {
        largest = stake;
      }
    }
    return largest;
  }
}
