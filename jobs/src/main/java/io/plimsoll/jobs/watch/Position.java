package io.plimsoll.jobs.watch;

import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.account.Kind;
import java.math.BigDecimal;

/**
 * The row last applied for a position key, and what paper has taken of it since. A removed position
 * stays, with amount 0: its sequence and time still refuse what is older.
 *
 * @param venue where it is held
 * @param asset what is held
 * @param kind how
 * @param amount units, at least 0, as the row tells
 * @param entryPriceUsd of a LONG or SHORT
 * @param sequence the highest applied, or {@link Origin#NO_SEQUENCE}
 * @param timestamp the row's own, epoch milliseconds
 * @param taken by liquidations on paper; {@link Taken#NOTHING} where there are none
 */
public record Position(
    String venue,
    String asset,
    Kind kind,
    BigDecimal amount,
    BigDecimal entryPriceUsd,
    long sequence,
    long timestamp,
    Taken taken) {

  /** Of whose rows alone tell. */
  Position(
      String venue,
      String asset,
      Kind kind,
      BigDecimal amount,
      BigDecimal entryPriceUsd,
      long sequence,
      long timestamp) {
    this(venue, asset, kind, amount, entryPriceUsd, sequence, timestamp, Taken.NOTHING);
  }

  /** The position of a key that no row was applied to. */
  static Position before(PositionUpdate update) {
    return new Position(
        update.venue(),
        update.asset(),
        update.kind(),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        Origin.NO_SEQUENCE,
        Long.MIN_VALUE);
  }

  boolean hasKeyOf(PositionUpdate update) {
    return kind == update.kind() && asset.equals(update.asset()) && venue.equals(update.venue());
  }

  Position after(PositionUpdate update) {
    return new Position(
        venue,
        asset,
        kind,
        update.amount(),
        update.entryPriceUsd(),
        update.hasSequence() ? update.sequence() : sequence,
        update.timestamp(),
        kind.isPerpetual()
            ? taken.coveringFall(amount.subtract(update.amount()))
            : taken.upTo(update.amount()));
  }

  /** The same row with something else taken of it. */
  Position with(Taken other) {
    return new Position(
        venue, asset, kind, amount, entryPriceUsd, sequence, timestamp, other.upTo(amount));
  }

  /** After more has been taken on paper: no row, so what a row is measured by stays. */
  Position less(BigDecimal more, BigDecimal priceUsd) {
    return new Position(
        venue, asset, kind, amount, entryPriceUsd, sequence, timestamp, taken.plus(more, priceUsd));
  }

  /** Whether something newer than the update has been applied. */
  boolean supersedes(PositionUpdate update) {
    return update.hasSequence()
        ? sequence != Origin.NO_SEQUENCE && update.sequence() <= sequence
        : update.late() && update.timestamp() < timestamp;
  }

  /** Whether an account that had this now holds something else. */
  boolean differsFrom(Position before) {
    return heldAmount().compareTo(before.heldAmount()) != 0
        || (kind.isPerpetual() && isHeld() && entryPriceUsd.compareTo(before.entryPriceUsd) != 0);
  }

  /** Whether there is any of it. */
  public boolean isHeld() {
    return heldAmount().signum() > 0;
  }

  /** Units that the account has: what the row tells, less what paper has taken. */
  BigDecimal heldAmount() {
    return taken.isNothing() ? amount : amount.subtract(taken.amount());
  }

  /**
   * What closing on paper has left: as if the trade stood beside the position that the row tells.
   */
  BigDecimal cashUsd() {
    if (taken.isNothing() || !kind.isPerpetual()) {
      return BigDecimal.ZERO;
    }
    BigDecimal gain = taken.valueUsd().subtract(taken.amount().multiply(entryPriceUsd));
    return kind == Kind.LONG ? gain : gain.negate();
  }

  /** What is held. */
  public Holding holding() {
    return new Holding(venue, asset, kind, heldAmount(), entryPriceUsd);
  }
}
