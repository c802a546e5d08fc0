package io.plimsoll.benchmarks.watch;

import io.plimsoll.benchmarks.engine.Engine;
import io.plimsoll.benchmarks.engine.Heap;
import io.plimsoll.benchmarks.engine.HeapUse;
import io.plimsoll.benchmarks.engine.Outcome;
import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.benchmarks.engine.TickMeter;
import io.plimsoll.benchmarks.market.Accounts;
import io.plimsoll.benchmarks.market.Market;
import io.plimsoll.benchmarks.market.MarketInstant;
import io.plimsoll.benchmarks.market.MarketSpec;
import io.plimsoll.benchmarks.market.PricePath;
import io.plimsoll.benchmarks.trigger.TriggerLog;
import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.watch.AccountStates;
import io.plimsoll.jobs.watch.MarginEvent;
import io.plimsoll.jobs.watch.MarginWatch;
import io.plimsoll.jobs.watch.Surrounding;
import io.plimsoll.jobs.watch.WatchOptions.Finder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The same watch in a plain loop, without Flink, its accounts in a map: the limit of what the stage
 * could do if Flink cost nothing. Prices are drawn within the loop, as Flink's source draws them in
 * a thread of its own.
 */
public final class WatchLoopEngine implements Engine {

  private static final double NANOS = 1e9;

  private final List<Surrounding> surroundings = new ArrayList<>();

  @Override
  public Outcome run(RunSpec spec, TriggerLog triggers, Path scratch) throws Exception {
    Market market = new Market(spec.market());
    MarginWatch watch =
        new MarginWatch(
            market.parameters(),
            WatchEngine.options(spec, Finder.WHEEL),
            AccountStates.onHeap(),
            new Events(triggers));
    TickMeter meter = new TickMeter(spec, watch::judgements);
    long empty = Heap.used();
    long start = System.nanoTime();
    apply(market.firstMarks(), watch);
    Accounts accounts = new Accounts(market);
    for (int index = 0; index < spec.market().accounts(); index++) {
      List<AccountUpdate> updates = WatchEngine.updatesOf(accounts.account(index));
      watch.apply(MarketSpec.loadInstantOf(index), List.of(), updates, false);
    }
    double loadSeconds = (System.nanoTime() - start) / NANOS;
    HeapUse heap = new HeapUse(empty, Heap.used());
    PricePath path = market.prices();
    meter.start();
    while (!meter.isOver()) {
      apply(path.next(), watch);
      meter.passed();
    }
    return Outcome.of("none", meter, loadSeconds, heap);
  }

  private void apply(MarketInstant instant, MarginWatch watch) throws IOException {
    surroundings.clear();
    for (AssetState state : instant.states()) {
      surroundings.add(new Surrounding.Asset(state));
    }
    watch.apply(instant.instant(), surroundings, List.of(), false);
  }

  private record Events(TriggerLog triggers) implements MarginWatch.Listener {

    @Override
    public void event(MarginEvent event) {
      triggers.add(WatchEngine.trigger(event));
    }

    @Override
    public void superseded(AccountUpdate update, String detail) {
      throw new IllegalStateException(detail);
    }
  }
}
