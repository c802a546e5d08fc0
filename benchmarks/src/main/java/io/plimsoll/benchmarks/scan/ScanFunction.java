package io.plimsoll.benchmarks.scan;

import io.plimsoll.benchmarks.flink.FlinkEngine;
import io.plimsoll.benchmarks.judge.AccountJudge;
import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.benchmarks.market.MarketInstant;
import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.jobs.loadfactor.AssetStateSerializer;
import io.plimsoll.risk.level.Standing;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.IOException;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/** Judges every account at every change of prices. */
final class ScanFunction
    extends KeyedBroadcastProcessFunction<String, Account, MarketInstant, Long> {

  static final MapStateDescriptor<String, AssetState> PRICES =
      new MapStateDescriptor<>("prices", StringSerializer.INSTANCE, AssetStateSerializer.INSTANCE);

  private static final long serialVersionUID = 1L;
  private static final ValueStateDescriptor<JudgedAccount> ACCOUNT =
      new ValueStateDescriptor<>("account", JudgedAccountSerializer.INSTANCE);

  private final RiskParameters parameters;
  private transient ValueState<JudgedAccount> account;
  private transient AccountJudge judge;
  private transient LongConsumer triggers;
  private transient boolean pricesKnown;

  ScanFunction(RiskParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public void open(OpenContext context) {
    account = getRuntimeContext().getState(ACCOUNT);
    judge = new AccountJudge(parameters, trigger -> triggers.accept(trigger));
    getRuntimeContext().getMetricGroup().gauge(FlinkEngine.JUDGEMENTS, judge::judgements);
  }

  @Override
  public void processElement(Account update, ReadOnlyContext context, Collector<Long> out)
      throws IOException {
    // No account starts below a line, so the first judgement can wait for the first tick.
    account.update(new JudgedAccount(update, Standing.NEW));
  }

  @Override
  public void processBroadcastElement(MarketInstant instant, Context context, Collector<Long> out)
      throws Exception {
    triggers = out::collect;
    BroadcastState<String, AssetState> prices = context.getBroadcastState(PRICES);
    if (!pricesKnown) { // also after a restore
      for (Map.Entry<String, AssetState> price : prices.immutableEntries()) {
        judge.apply(price.getValue());
      }
      pricesKnown = true;
    }
    for (AssetState state : instant.states()) {
      prices.put(state.asset(), state);
      judge.apply(state);
    }
    if (instant.tick() != MarketInstant.FIRST_MARKS) {
      context.applyToKeyedState(ACCOUNT, (key, state) -> judge(state, instant.tick()));
    }
  }

  private void judge(ValueState<JudgedAccount> state, long tick) throws IOException {
    JudgedAccount judged = state.value();
    Account held = judged.account();
    Standing after = judge.judge(judge.portfolio(held), held.index(), judged.standing(), tick);
    if (!after.equals(judged.standing())) {
      state.update(judged.withStanding(after));
    }
  }
}
