package io.plimsoll.benchmarks.flink;

import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.benchmarks.market.Market;
import io.plimsoll.benchmarks.market.MarketInstant;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What is measured: accounts and prices in, {@link io.plimsoll.benchmarks.trigger.Trigger} out. */
@FunctionalInterface
public interface Stage {

  /**
   * Builds it.
   *
   * @param accounts each once, in instants before the first tick
   * @param prices first marks, then ticks; a watermark after each
   * @param market whose parameters hold
   */
  DataStream<Long> attach(
      DataStream<Account> accounts, DataStream<MarketInstant> prices, Market market);
}
