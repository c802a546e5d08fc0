package io.plimsoll.benchmarks.watch;

import io.plimsoll.benchmarks.engine.Engine;
import io.plimsoll.benchmarks.engine.Outcome;
import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.benchmarks.flink.FlinkEngine;
import io.plimsoll.benchmarks.market.Account;
import io.plimsoll.benchmarks.market.Market;
import io.plimsoll.benchmarks.market.MarketInstant;
import io.plimsoll.benchmarks.market.MarketSpec;
import io.plimsoll.benchmarks.trigger.Trigger;
import io.plimsoll.benchmarks.trigger.TriggerLog;
import io.plimsoll.jobs.codec.CodecTypeInfo;
import io.plimsoll.jobs.codec.IntakeSerializer;
import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.jobs.loadfactor.AssetStateSerializer;
import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.jobs.watch.MarginEvent;
import io.plimsoll.jobs.watch.WatchOptions;
import io.plimsoll.jobs.watch.WatchOptions.Finder;
import io.plimsoll.jobs.watch.WatchStage;
import io.plimsoll.risk.account.Holding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/** The margin watch between the sources and the probe. */
public final class WatchEngine implements Engine {

  private static final TypeInformation<AccountUpdate> UPDATE =
      IntakeSerializer.typeOf(AccountUpdate.class);
  private static final TypeInformation<VenueReading> STATUS =
      IntakeSerializer.typeOf(VenueReading.class);
  private static final TypeInformation<AssetState> ASSET_STATE =
      new CodecTypeInfo<>(AssetState.class, AssetStateSerializer.INSTANCE);

  private final String backend;
  private final Finder finder;

  private WatchEngine(String backend, Finder finder) {
    this.backend = backend;
    this.finder = finder;
  }

  public static Engine wheel() {
    return new WatchEngine(FlinkEngine.ROCKSDB, Finder.WHEEL);
  }

  public static Engine wheelOnHeap() {
    return new WatchEngine(FlinkEngine.HASHMAP, Finder.WHEEL);
  }

  /** With the finder that names every holder of what moved. */
  public static Engine holders() {
    return new WatchEngine(FlinkEngine.ROCKSDB, Finder.HOLDERS);
  }

  @Override
  public Outcome run(RunSpec spec, TriggerLog triggers, Path scratch) throws Exception {
    WatchOptions options = options(spec, finder);
    return new FlinkEngine(
            (accounts, prices, market) -> attach(accounts, prices, market, options), backend)
        .run(spec, triggers, scratch);
  }

  /** How the watch is to work. */
  static WatchOptions options(RunSpec spec, Finder finder) {
    WatchOptions options = WatchOptions.DEFAULTS.withFinder(finder);
    return spec.cache() == RunSpec.DEFAULT_CACHE
        ? options
        : options.withCachedAccounts(spec.cache());
  }

  private static DataStream<Long> attach(
      DataStream<Account> accounts,
      DataStream<MarketInstant> prices,
      Market market,
      WatchOptions options) {
    DataStream<AccountUpdate> updates =
        accounts.flatMap(WatchEngine::updates).returns(UPDATE).name("updates");
    DataStream<AssetState> states =
        prices.flatMap(WatchEngine::states).returns(ASSET_STATE).name("states");
    DataStream<VenueReading> statuses =
        prices.flatMap(WatchEngine::statuses).returns(STATUS).name("statuses");
    return WatchStage.attach(updates, statuses, states, market.parameters(), options)
        .map(WatchEngine::trigger)
        .returns(Types.LONG)
        .name("triggers");
  }

  private static void updates(Account account, Collector<AccountUpdate> out) {
    updatesOf(account).forEach(out::collect);
  }

  /** The holdings of an account, all in one instant. */
  public static List<AccountUpdate> updatesOf(Account account) {
    String id = account.id();
    long instant = MarketSpec.loadInstantOf(account.index());
    Origin origin = new Origin("positions", account.index(), "");
    List<AccountUpdate> updates = new ArrayList<>();
    for (Holding holding : account.holdings()) {
      updates.add(
          new PositionUpdate(
              origin,
              instant,
              instant,
              id,
              holding.venue(),
              holding.asset(),
              holding.kind(),
              holding.amount(),
              holding.entryPriceUsd(),
              Origin.NO_SEQUENCE));
    }
    return updates;
  }

  private static void states(MarketInstant instant, Collector<AssetState> out) {
    instant.states().forEach(out::collect);
  }

  /** No venue of the market is ever told of. */
  private static void statuses(MarketInstant instant, Collector<VenueReading> out) {}

  /** An event as all engines tell it. */
  static Long trigger(MarginEvent event) {
    return Trigger.of(
        MarketSpec.tickOf(event.instant()),
        Account.indexOf(event.account()),
        event.from(),
        event.to());
  }
}
