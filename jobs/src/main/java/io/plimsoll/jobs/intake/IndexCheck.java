package io.plimsoll.jobs.intake;

import io.plimsoll.jobs.market.IndexReading;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.risk.parameters.RiskParameters;

/** Indices: one reading or both. The step from the reading before is judged downstream. */
final class IndexCheck extends RowCheck {

  private static final int ASSET = RowKind.INDICES.column("asset");
  private static final int EXCHANGE_RATE = RowKind.INDICES.column("exchange_rate");
  private static final int BORROW_INDEX = RowKind.INDICES.column("borrow_index");

  private static final String INDEX = "a finite number above 0, in at least one of the two";

  IndexCheck(RiskParameters parameters, Columns columns, String place) {
    super(parameters, columns, place);
  }

  @Override
  MarketEvent read(long instant) {
    String asset = name(ASSET);
    double exchangeRate = index(EXCHANGE_RATE);
    double borrowIndex = index(BORROW_INDEX);
    if (Double.isNaN(exchangeRate) && Double.isNaN(borrowIndex)) {
      malformed(EXCHANGE_RATE, INDEX);
    }
    if (!parameters.knows(asset)) {
      wrong(RefusalReason.UNKNOWN_ASSET, ASSET, KNOWN_ASSET);
    }
    return new IndexReading(origin(true), instant, asset, exchangeRate, borrowIndex);
  }

  private double index(int column) {
    double read = numberOr(column, Double.NaN, INDEX);
    if (read <= 0) {
      malformed(column, INDEX);
    }
    return read;
  }
}
