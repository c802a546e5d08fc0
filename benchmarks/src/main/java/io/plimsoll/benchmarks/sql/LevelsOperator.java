package io.plimsoll.benchmarks.sql;

import io.plimsoll.benchmarks.flink.FlinkEngine;
import io.plimsoll.benchmarks.judge.StandingSerializer;
import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.benchmarks.market.MarketSpec;
import io.plimsoll.benchmarks.trigger.Trigger;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.level.Standing;
import io.plimsoll.risk.parameters.LevelRules;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.types.Row;

/**
 * Keeps the last sums of each account that changed, and judges them when the watermark says that
 * their instant is over.
 *
 * <p>What has changed since the watermark is on the heap only: this measures, it is not restored
 * between two watermarks.
 */
final class LevelsOperator extends AbstractStreamOperator<Long>
    implements OneInputStreamOperator<Row, Long> {

  private static final long serialVersionUID = 1L;

  private final LevelRules rules;
  private transient SumsPolicy policy;
  private transient Map<String, Sums> changed;
  private transient ValueState<Standing> standings;
  private transient long judgements;

  LevelsOperator(LevelRules rules) {
    this.rules = rules;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    policy = new SumsPolicy(rules);
    changed = new LinkedHashMap<>();
    standings =
        context
            .getKeyedStateStore()
            .getState(new ValueStateDescriptor<>("standing", StandingSerializer.INSTANCE));
  }

  @Override
  public void open() throws Exception {
    super.open();
    getMetricGroup().gauge(FlinkEngine.JUDGEMENTS, () -> judgements);
  }

  @Override
  public void processElement(StreamRecord<Row> element) {
    Row row = element.getValue();
    changed.put(
        row.getFieldAs(0),
        new Sums(
            row.<Double>getFieldAs(1),
            row.<Double>getFieldAs(2),
            row.<Double>getFieldAs(3),
            row.<Double>getFieldAs(4),
            row.<Double>getFieldAs(5)));
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    long tick = MarketSpec.tickOf(mark.getTimestamp());
    if (tick >= 0) { // while accounts are loaded, some of their holdings may be missing
      for (Map.Entry<String, Sums> account : changed.entrySet()) {
        judge(account.getKey(), account.getValue(), tick);
      }
    }
    changed.clear();
    super.processWatermark(mark);
  }

  private void judge(String account, Sums sums, long tick) throws IOException {
    judgements++;
    setCurrentKey(account);
    Standing kept = standings.value();
    Standing before = kept == null ? Standing.NEW : kept;
    Level level = policy.next(before.level(), sums);
    Standing after = policy.standing(before, level, sums);
    if (policy.isEvent(before, after, sums)) {
      long trigger = Trigger.of(tick, Account.indexOf(account), before.level(), level);
      output.collect(new StreamRecord<>(trigger));
      after = after.withTerms(level.isAtLeast(Level.LIQUIDATABLE) && policy.terms(sums));
    }
    if (!after.equals(before)) {
      standings.update(after);
    }
  }
}
