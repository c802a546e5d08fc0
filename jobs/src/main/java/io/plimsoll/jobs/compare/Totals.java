package io.plimsoll.jobs.compare;

import java.math.BigDecimal;
import java.util.stream.LongStream;

/** What the spells and stays of all accounts add up to. Mutable. */
final class Totals {

  private final LongStream.Builder warningsMs = LongStream.builder();
  private BigDecimal offeredUsd = BigDecimal.ZERO;
  private long offers;

  /** A spell came to LIQUIDATABLE, so long after it was called. */
  void warning(long ms) {
    warningsMs.add(ms);
  }

  /** A stay came to terms. */
  void offer(double usd) {
    offeredUsd = offeredUsd.add(new BigDecimal(usd));
    offers++;
  }

  Liquidations liquidations() {
    return new Liquidations(offers, offeredUsd.doubleValue());
  }

  /** Once: nothing is added after it. */
  Warnings warnings() {
    return Warnings.of(warningsMs.build().toArray());
  }
}
