package io.plimsoll.benchmarks.micro;

import io.plimsoll.benchmarks.market.Accounts;
import io.plimsoll.benchmarks.market.Market;
import io.plimsoll.benchmarks.market.MarketInstant;
import io.plimsoll.benchmarks.market.MarketKind;
import io.plimsoll.benchmarks.market.MarketSpec;
import io.plimsoll.benchmarks.watch.WatchEngine;
import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.watch.AccountStates;
import io.plimsoll.jobs.watch.MarginEvent;
import io.plimsoll.jobs.watch.MarginWatch;
import io.plimsoll.jobs.watch.Surrounding;
import io.plimsoll.jobs.watch.WatchOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A tick that fires nobody, the commonest there is: an asset moves and nobody waits on the way.
 * Conditions: the market of {@code bench watch}, 40 assets, each of which goes up and down a
 * thousandth of a basis point in turn, after whoever would fire has fired.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class QuietTickBenchmark {

  private static final int ASSETS = 40;
  private static final long SEED = 1L;
  private static final double STEP = 1e-7;

  @Param({"10000", "1000000"})
  private int accounts;

  private MarginWatch watch;
  private long instant;
  private long judged;
  private int next;

  /** One instant for each asset going up, then one for each coming down. */
  private final List<List<Surrounding>> ticks = new ArrayList<>();

  /** Loads the accounts and lets fire whoever fires on the way. */
  @Setup(Level.Trial)
  public void prepare() throws IOException {
    Market market = new Market(new MarketSpec(accounts, ASSETS, 2, 5, SEED, MarketKind.WALK, 0, 0));
    watch =
        new MarginWatch(
            market.parameters(), WatchOptions.DEFAULTS, AccountStates.onHeap(), new Nobody());
    MarketInstant first = market.firstMarks();
    List<Surrounding> marks = new ArrayList<>();
    first.states().forEach(state -> marks.add(new Surrounding.Asset(state)));
    watch.apply(first.instant(), marks, List.of(), false);
    Accounts drawn = new Accounts(market);
    for (int index = 0; index < accounts; index++) {
      List<AccountUpdate> updates = WatchEngine.updatesOf(drawn.account(index));
      watch.apply(MarketSpec.loadInstantOf(index), List.of(), updates, false);
    }
    instant = MarketSpec.instantOf(0);
    for (double factor : new double[] {1 + STEP, 1}) {
      for (AssetState state : first.states()) {
        ticks.add(List.of(new Surrounding.Asset(times(factor, state))));
      }
    }
    for (int round = 0; round < 100 * ticks.size(); round++) {
      tick();
    }
    judged = watch.judgements();
  }

  private static AssetState times(double factor, AssetState state) {
    return new AssetState(
        state.instant(),
        state.asset(),
        state.status(),
        state.mid() * factor,
        state.low() * factor,
        state.high() * factor,
        state.exchangeRate(),
        state.borrowIndex(),
        state.volatility(),
        state.loadFactor(),
        false);
  }

  /** One asset moves; nobody is judged. */
  @Benchmark
  public long tick() throws IOException {
    next = next + 1 == ticks.size() ? 0 : next + 1;
    watch.apply(instant++, ticks.get(next), List.of(), false);
    return watch.judgements();
  }

  /** A figure of something else would be none. */
  @TearDown(Level.Trial)
  public void check() {
    if (watch.judgements() != judged) {
      throw new IllegalStateException(watch.judgements() - judged + " accounts were judged");
    }
  }

  private static final class Nobody implements MarginWatch.Listener {

    @Override
    public void event(MarginEvent event) {}

    @Override
    public void superseded(AccountUpdate update, String detail) {
      throw new IllegalStateException(detail);
    }
  }
}
