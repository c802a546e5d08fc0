package io.plimsoll.jobs.watch;

import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.account.Kind;
import java.math.BigDecimal;

/**
 * The row last applied for a position key. A removed position stays, with amount 0: its sequence
 * and time still refuse what is older.
 *
 * @param venue where it is held
 * @param asset what is held
 * @param kind how
 * @param amount units, at least 0
 * @param entryPriceUsd of a LONG or SHORT
 * @param sequence the highest applied, or {@link Origin#NO_SEQUENCE}
 * @param timestamp the row's own, epoch milliseconds
 */
public record Position(
    String venue,
    String asset,
    Kind kind,
    BigDecimal amount,
    BigDecimal entryPriceUsd,
    long sequence,
    long timestamp) {

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
        update.timestamp());
  }

  /** Whether something newer than the update has been applied. */
  boolean supersedes(PositionUpdate update) {
    return update.hasSequence()
        ? sequence != Origin.NO_SEQUENCE && update.sequence() <= sequence
        : update.late() && update.timestamp() < timestamp;
  }

  /** Whether an account that had this now holds something else. */
  boolean differsFrom(Position before) {
    return amount.compareTo(before.amount) != 0
        || (kind.isPerpetual() && isHeld() && entryPriceUsd.compareTo(before.entryPriceUsd) != 0);
  }

  /** Whether there is any of it. */
  public boolean isHeld() {
    return amount.signum() > 0;
  }

  /** What is held. */
  public Holding holding() {
    return new Holding(venue, asset, kind, amount, entryPriceUsd);
  }
}
