package io.plimsoll.jobs.intake;

import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.risk.parameters.RiskParameters;

/** Quotes: one price of an asset from one source. */
final class QuoteCheck extends PriceCheck {

  private static final int ASSET = RowKind.QUOTES.column("asset");
  private static final int PRICE = RowKind.QUOTES.column("price");
  private static final int SOURCE = RowKind.QUOTES.column("source");
  private static final int CONFIDENCE = RowKind.QUOTES.column("confidence");
  private static final int SEQUENCE = RowKind.QUOTES.column("sequence");

  QuoteCheck(RiskParameters parameters, Columns columns, String place) {
    super(parameters, columns, place);
  }

  @Override
  MarketEvent read(long instant) {
    double confidence = numberOr(CONFIDENCE, 0.0, NOT_NEGATIVE);
    if (confidence < 0) {
      malformed(CONFIDENCE, NOT_NEGATIVE);
    }
    return quote(instant, ASSET, PRICE, SOURCE, confidence, sequence(SEQUENCE));
  }
}
