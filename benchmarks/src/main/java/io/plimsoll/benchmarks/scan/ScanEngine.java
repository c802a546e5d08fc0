package io.plimsoll.benchmarks.scan;

import io.plimsoll.benchmarks.engine.Engine;
import io.plimsoll.benchmarks.engine.Outcome;
import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.benchmarks.flink.FlinkEngine;
import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.benchmarks.market.Market;
import io.plimsoll.benchmarks.market.MarketInstant;
import io.plimsoll.benchmarks.trigger.TriggerLog;
import java.nio.file.Path;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The scan between the sources and the probe. */
public final class ScanEngine implements Engine {

  @Override
  public Outcome run(RunSpec spec, TriggerLog triggers, Path scratch) throws Exception {
    return new FlinkEngine(ScanEngine::attach, FlinkEngine.ROCKSDB).run(spec, triggers, scratch);
  }

  private static DataStream<Long> attach(
      DataStream<Account> accounts, DataStream<MarketInstant> prices, Market market) {
    return accounts
        .keyBy(Account::id, Types.STRING)
        .connect(prices.broadcast(ScanFunction.PRICES))
        .process(new ScanFunction(market.parameters()), Types.LONG)
        .name("scan")
        .uid("bench-scan");
  }
}
