package io.plimsoll.jobs.intake;

import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.parameters.RiskParameters;
import java.math.BigDecimal;

/** Positions: the absolute size of one holding. */
final class PositionCheck extends RowCheck {

  private static final int ACCOUNT = RowKind.POSITIONS.column("account");
  private static final int ASSET = RowKind.POSITIONS.column("asset");
  private static final int KIND = RowKind.POSITIONS.column("kind");
  private static final int AMOUNT = RowKind.POSITIONS.column("amount");
  private static final int ENTRY_PRICE = RowKind.POSITIONS.column("entry_price");
  private static final int VENUE = RowKind.POSITIONS.column("venue");
  private static final int SEQUENCE = RowKind.POSITIONS.column("sequence");

  private static final Kind[] KINDS = Kind.values();

  PositionCheck(RiskParameters parameters, Columns columns, String place) {
    super(parameters, columns, place);
  }

  @Override
  MarketEvent read(long rowTimestamp) {
    String account = name(ACCOUNT);
    String asset = name(ASSET);
    Kind kind = oneOf(KINDS, KIND, "COLLATERAL, DEBT, LONG or SHORT");
    BigDecimal amount = decimal(AMOUNT, BigDecimal.ZERO);
    BigDecimal entryPrice = entryPrice(kind, amount);
    long sequence = sequence(SEQUENCE);
    String ownVenue = "";
    if (parameters.knows(asset)) {
      ownVenue = parameters.asset(asset).venue();
    } else {
      wrong(RefusalReason.UNKNOWN_ASSET, ASSET, KNOWN_ASSET);
    }
    return new PositionUpdate(
        origin(true),
        rowTimestamp,
        rowTimestamp,
        account,
        nameOr(VENUE, ownVenue),
        asset,
        kind,
        amount,
        entryPrice,
        sequence);
  }

  /** Only an open perpetual has one; any other row's cell need only be a number. */
  private BigDecimal entryPrice(Kind kind, BigDecimal amount) {
    if (!kind.isPerpetual() || amount.signum() == 0) {
      numberOr(ENTRY_PRICE, 0, "a number");
      return BigDecimal.ZERO;
    }
    BigDecimal told = decimalOr(ENTRY_PRICE, BigDecimal.ZERO, BigDecimal.ZERO);
    if (told.signum() == 0) {
      malformed(ENTRY_PRICE, "a number above 0 for a " + kind);
    }
    return told;
  }
}
