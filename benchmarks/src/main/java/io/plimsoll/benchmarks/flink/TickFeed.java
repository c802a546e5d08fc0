package io.plimsoll.benchmarks.flink;

import io.plimsoll.benchmarks.market.Market;
import io.plimsoll.benchmarks.market.MarketInstant;
import io.plimsoll.benchmarks.market.MarketSpec;
import io.plimsoll.benchmarks.market.PricePath;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.core.io.InputStatus;

/**
 * First marks and the watermark that lets accounts be loaded; then ticks, each with its watermark,
 * as many as the control wants and has room for.
 */
final class TickFeed implements Feed<MarketInstant> {

  private final RunControl control = RunControl.current();
  private final Market market;
  private final PricePath prices;

  /** 0: the first marks are to come; from then on, one more than the next tick. */
  private long next;

  private TickFeed(Market market, long position) {
    this.market = market;
    this.prices = market.prices();
    this.next = position;
    long tick = Math.max(0, position - 1);
    prices.skip(tick);
    control.feedStartsAt(tick);
  }

  /** The prices of a market, which is drawn where it is used. */
  static Feed.Factory<MarketInstant> of(MarketSpec spec) {
    return position -> new TickFeed(new Market(spec), position);
  }

  @Override
  public InputStatus emit(ReaderOutput<MarketInstant> output) {
    if (next == 0) {
      MarketInstant first = market.firstMarks();
      output.collect(first, first.instant());
      output.emitWatermark(new Watermark(MarketSpec.LOAD_END));
      next++;
      return InputStatus.MORE_AVAILABLE;
    }
    if (control.isEnded()) {
      return InputStatus.END_OF_INPUT;
    }
    if (!control.mayEmit(next - 1)) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    MarketInstant instant = prices.next();
    output.collect(instant, instant.instant());
    output.emitWatermark(new Watermark(instant.instant()));
    next++;
    return InputStatus.MORE_AVAILABLE;
  }

  @Override
  public CompletableFuture<Void> available() {
    return control.whenMayEmit(next - 1);
  }

  @Override
  public long position() {
    return next;
  }
}
