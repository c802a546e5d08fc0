package io.plimsoll.benchmarks.kafka;

import io.plimsoll.benchmarks.judge.AccountJudge;
import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.benchmarks.market.MarketInstant;
import io.plimsoll.benchmarks.scan.JudgedAccount;
import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.risk.level.Standing;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Judges the holders of what moved. */
final class PricesProcessor implements Processor<String, MarketInstant, Void, Void> {

  private final AccountJudge judge;
  private final List<JudgedAccount> changed = new ArrayList<>();
  private HolderStores stores;

  PricesProcessor(AccountJudge judge) {
    this.judge = judge;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    stores = new HolderStores(context::getStateStore);
  }

  @Override
  public void process(Record<String, MarketInstant> record) {
    MarketInstant instant = record.value();
    instant.states().forEach(judge::apply);
    if (instant.tick() == MarketInstant.FIRST_MARKS) {
      return;
    }
    changed.clear(); // written after the scan, which need not see them
    try (KeyValueIterator<String, JudgedAccount> touched = touched(instant.states())) {
      while (touched.hasNext()) {
        judge(touched.next().value, instant.tick());
      }
    }
    changed.forEach(stores::put);
  }

  /**
   * The holders of the one asset that moved; if more did, everybody, so that nobody comes twice.
   */
  private KeyValueIterator<String, JudgedAccount> touched(List<AssetState> moved) {
    return moved.size() == 1 ? stores.holdersOf(moved.get(0).asset()) : stores.all();
  }

  private void judge(JudgedAccount judged, long tick) {
    Account account = judged.account();
    Standing after =
        judge.judge(judge.portfolio(account), account.index(), judged.standing(), tick);
    if (!after.equals(judged.standing())) {
      changed.add(judged.withStanding(after));
    }
  }
}
