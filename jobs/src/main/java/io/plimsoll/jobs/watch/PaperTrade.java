package io.plimsoll.jobs.watch;

import io.plimsoll.risk.account.CodePoints;
import io.plimsoll.risk.account.Kind;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * One side of a liquidation that is carried out on paper (risk model §7): so much of what an
 * account holds is repaid, seized or closed.
 *
 * @param venue where, or {@link #ANY} of a NETTED account: its venues in turn, by name
 * @param asset what
 * @param kind DEBT is repaid, COLLATERAL seized, LONG and SHORT closed
 * @param amount units; no more of it is there than is offered
 * @param priceUsd at which a LONG is sold or a SHORT bought back, exact; 0 of spot
 */
public record PaperTrade(
    String venue, String asset, Kind kind, BigDecimal amount, BigDecimal priceUsd) {

  /** The terms of a NETTED account name no venue. */
  public static final String ANY = "";

  private static final Comparator<Position> BY_VENUE =
      Comparator.comparing(Position::venue, CodePoints::compare);

  /** Debt that is repaid, or collateral that is seized. */
  public static PaperTrade spot(String venue, String asset, Kind kind, BigDecimal amount) {
    return new PaperTrade(venue, asset, kind, amount, BigDecimal.ZERO);
  }

  /** A perpetual that is closed at mid, less or more the closing fee, which is a fraction. */
  public static PaperTrade close(
      String venue, String asset, Kind kind, BigDecimal amount, double mid, BigDecimal fee) {
    BigDecimal kept = kind == Kind.LONG ? BigDecimal.ONE.subtract(fee) : BigDecimal.ONE.add(fee);
    return new PaperTrade(venue, asset, kind, amount, new BigDecimal(mid).multiply(kept));
  }

  /**
   * Takes it from positions, which change.
   *
   * @param unit key of the unit that is liquidated: its terms mean nothing outside it
   */
  void take(List<Position> positions, String unit) {
    BigDecimal left = amount;
    for (Position held : positions.stream().sorted(BY_VENUE).toList()) {
      if (left.signum() > 0 && concerns(held, unit)) {
        BigDecimal here = left.min(held.heldAmount());
        positions.set(positions.indexOf(held), held.less(here, priceUsd));
        left = left.subtract(here);
      }
    }
  }

  private boolean concerns(Position held, String unit) {
    return held.isHeld()
        && held.kind() == kind
        && held.asset().equals(asset)
        && (venue.equals(ANY) || venue.equals(held.venue()))
        && Unit.includes(unit, held.venue());
  }
}
