package io.plimsoll.jobs.intake;

import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.risk.parameters.RiskParameters;

/**
 * Candles: each counts as a quote of its close when it closes. Open, high and low must be numbers
 * but are not judged as prices; the volume is not read.
 */
final class CandleCheck extends PriceCheck {

  private static final int ASSET = RowKind.CANDLES.column("asset");
  private static final int OPEN = RowKind.CANDLES.column("open");
  private static final int HIGH = RowKind.CANDLES.column("high");
  private static final int LOW = RowKind.CANDLES.column("low");
  private static final int CLOSE = RowKind.CANDLES.column("close");
  private static final int SOURCE = RowKind.CANDLES.column("source");

  private static final String NUMBER = "a finite number";

  CandleCheck(RiskParameters parameters, Columns columns, String place) {
    super(parameters, columns, place);
  }

  @Override
  MarketEvent read(long openTime) {
    number(OPEN, NUMBER);
    number(HIGH, NUMBER);
    number(LOW, NUMBER);
    long instant = openTime + parameters.candleIntervalMs();
    return quote(instant, ASSET, CLOSE, SOURCE, 0.0, Origin.NO_SEQUENCE);
  }
}
