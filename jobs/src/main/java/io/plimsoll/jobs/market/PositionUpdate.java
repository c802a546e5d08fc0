package io.plimsoll.jobs.market;

import io.plimsoll.risk.account.Kind;
import java.math.BigDecimal;

/**
 * The absolute size of one holding.
 *
 * @param origin where it stands, with the row as read: the watch may refuse it
 * @param instant epoch milliseconds at which it is applied
 * @param timestamp the row's own; below the instant when the row is late
 * @param account its name
 * @param venue where it is held
 * @param asset one with parameters
 * @param kind what it is
 * @param amount at least 0, decimal(38,18); 0 removes the holding
 * @param entryPriceUsd of a LONG or SHORT, above 0 if the amount is; else 0
 * @param sequence per position key, or {@link Origin#NO_SEQUENCE}
 */
public record PositionUpdate(
    Origin origin,
    long instant,
    long timestamp,
    String account,
    String venue,
    String asset,
    Kind kind,
    BigDecimal amount,
    BigDecimal entryPriceUsd,
    long sequence)
    implements AccountUpdate {

  public boolean hasSequence() {
    return sequence != Origin.NO_SEQUENCE;
  }

  @Override
  public PositionUpdate appliedAt(long otherInstant) {
    return new PositionUpdate(
        origin,
        otherInstant,
        timestamp,
        account,
        venue,
        asset,
        kind,
        amount,
        entryPriceUsd,
        sequence);
  }
}
