package io.plimsoll.jobs.watch;

import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.jobs.market.SettingsUpdate;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Applies whole instants in event-time order, once the watermark has passed them: what the accounts
 * are judged against, then the accounts' own updates, then one judgement of each account whose
 * standing may have changed.
 *
 * <p>An operator and not a {@code KeyedBroadcastProcessFunction}, because it chooses the current
 * key itself: a broadcast change touches some accounts, not all.
 *
 * <p>At the end of bounded input (the last watermark, {@link Long#MAX_VALUE}) nothing falls due any
 * more: the source has sent the last instant before.
 */
final class MarginWatchOperator extends AbstractStreamOperator<MarginEvent>
    implements TwoInputStreamOperator<MarketEvent, Surrounding, MarginEvent> {

  private static final long serialVersionUID = 1L;

  private final RiskParameters parameters;
  private final OutputTag<Refusal> refusals;

  private transient WatchState saved;
  private transient AssetTable assets;
  private transient Venues venues;
  private transient AccountStore accounts;
  private transient AccountFinder finder;
  private transient AccountUpdates updater;
  private transient Judge judge;
  private transient Waits waits;

  private transient Map<String, AssetState> assetStates;
  private transient Instants<Surrounding> pendingSurroundings;
  private transient Instants<MarketEvent> pendingUpdates;
  private transient Set<String> touched;
  private transient LongCounter judgements;
  private transient LongCounter events;
  private transient long judgementsCounted;
  private transient long watermark;

  MarginWatchOperator(RiskParameters parameters, OutputTag<Refusal> refusals) {
    this.parameters = parameters;
    this.refusals = refusals;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    watermark = Long.MIN_VALUE;
    assets = new AssetTable(parameters.assets().values());
    venues = new Venues(parameters.levels().gracePeriodMs());
    finder = new HolderIndex();
    waits = new Waits();
    updater = new AccountUpdates(this::refuseSuperseded);
    judge = new Judge(assets, venues, parameters, this::emit);
    assetStates = new LinkedHashMap<>();
    pendingSurroundings = new Instants<>();
    pendingUpdates = new Instants<>();
    touched = new LinkedHashSet<>();
    saved = new WatchState(context, this::setCurrentKey, this.<String>getKeyedStateBackend());
    accounts = new AccountStore(saved.accounts(), this::setCurrentKey, assets, parameters);
    if (context.isRestored()) {
      restore();
    }
  }

  private void restore() throws Exception {
    saved.restoreSurroundings(assetStates, venues.disturbedUntil(), pendingSurroundings);
    watermark = saved.restoreWatermark();
    assetStates.values().forEach(this::updateTable);
    saved.restoreUpdates(pendingUpdates);
    saved.forEachAccount(
        (account, state) -> {
          finder.put(account, state);
          waits.resume(account, state, assets);
        });
  }

  @Override
  public void open() throws Exception {
    super.open();
    judgements = new LongCounter();
    events = new LongCounter();
    getRuntimeContext().addAccumulator(WatchStage.JUDGEMENTS, judgements);
    getRuntimeContext().addAccumulator(WatchStage.EVENTS, events);
    getMetricGroup().gauge("judgements", judge::judgements);
    getMetricGroup().gauge("exactJudgements", judge::exactJudgements);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    saved.saveSurroundings(assetStates, venues.disturbedUntil(), pendingSurroundings);
    saved.saveWatermark(watermark);
    saved.saveUpdates(pendingUpdates);
  }

  /** Keys are chosen where an account is read; the element's own is not needed. */
  @Override
  @SuppressWarnings("rawtypes") // Flink's own signature
  public void setKeyContextElement1(StreamRecord record) {}

  @Override
  public void processElement1(StreamRecord<MarketEvent> element) {
    MarketEvent update = element.getValue();
    if (update.instant() <= watermark) {
      // What comes too late is never lost: it counts at the oldest instant still open.
      update = appliedAt(watermark + 1, update);
    }
    pendingUpdates.add(update.instant(), update);
  }

  @Override
  public void processElement2(StreamRecord<Surrounding> element) {
    Surrounding surrounding = element.getValue();
    long instant = Math.max(surrounding.instant(), watermark + 1);
    pendingSurroundings.add(instant, surrounding);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    boolean ended = mark.getTimestamp() == Long.MAX_VALUE;
    while (true) {
      long instant = Math.min(pendingSurroundings.first(), pendingUpdates.first());
      if (!ended) {
        instant = Math.min(instant, Math.min(venues.nextEnd(), waits.nextEnd()));
      }
      if (instant > mark.getTimestamp() || instant == Instants.NONE) {
        break;
      }
      apply(instant, ended);
      watermark = instant;
    }
    watermark = mark.getTimestamp();
    judgements.add(judge.judgements() - judgementsCounted);
    judgementsCounted = judge.judgements();
    super.processWatermark(mark);
  }

  private void apply(long instant, boolean ended) throws IOException {
    touched.clear();
    if (!ended) {
      for (String venue : venues.endGraceAt(instant)) {
        finder.venueChanged(venue, touched::add);
      }
    }
    applySurroundings(pendingSurroundings.take(instant));
    applyUpdates(pendingUpdates.take(instant), instant);
    if (!ended) {
      waits.endAt(instant, touched::add);
    }
    for (String account : touched) {
      judge(account, instant);
    }
  }

  private void applySurroundings(List<Surrounding> surroundings) {
    lastStatuses(surroundings).forEach(this::applyStatus);
    for (Surrounding surrounding : surroundings) {
      if (surrounding instanceof Surrounding.Asset asset) {
        applyAsset(asset.state());
      }
    }
  }

  /** Of a venue's rows in one instant the last in file order counts, and no other. */
  private static Map<String, VenueReading> lastStatuses(List<Surrounding> surroundings) {
    Map<String, VenueReading> last = new LinkedHashMap<>();
    for (Surrounding surrounding : surroundings) {
      if (surrounding instanceof Surrounding.Venue venue) {
        last.merge(
            venue.reading().venue(),
            venue.reading(),
            (a, b) -> a.origin().compareTo(b.origin()) > 0 ? a : b);
      }
    }
    return last;
  }

  private void applyStatus(String venue, VenueReading reading) {
    if (venues.tell(reading)) {
      finder.venueChanged(venue, touched::add);
    }
  }

  private void applyAsset(AssetState state) {
    AssetState before = assetStates.put(state.asset(), state);
    updateTable(state);
    if (before == null || state.judgesUnlike(before)) {
      finder.assetChanged(state.asset(), touched::add);
    }
  }

  private void updateTable(AssetState state) {
    int id = assets.id(state.asset());
    if (id != AssetTable.UNKNOWN) {
      assets.update(
          id,
          state.status(),
          state.mid(),
          state.low(),
          state.high(),
          state.exchangeRate(),
          state.borrowIndex(),
          state.loadFactor());
    }
  }

  private void applyUpdates(List<MarketEvent> updates, long instant) throws IOException {
    Map<String, List<MarketEvent>> byAccount = new LinkedHashMap<>();
    for (MarketEvent update : updates) {
      byAccount.computeIfAbsent(accountOf(update), a -> new ArrayList<>()).add(update);
    }
    for (Map.Entry<String, List<MarketEvent>> entry : byAccount.entrySet()) {
      String account = entry.getKey();
      AccountState before = accounts.get(account).state();
      AccountState after = updater.apply(before, entry.getValue());
      if (!after.equals(before)) {
        after = waits.begin(account, after, instant, assets);
        accounts.put(account, after);
        finder.put(account, after);
        touched.add(account);
      }
    }
  }

  private void judge(String account, long instant) throws IOException {
    WatchedAccount watched = accounts.get(account);
    AccountState after = judge.judge(watched, instant);
    if (!after.equals(watched.state())) {
      accounts.putStandings(account, after, watched.units());
    }
  }

  private void emit(MarginEvent event) {
    events.add(1);
    output.collect(new StreamRecord<>(event, event.instant()));
  }

  private void refuseSuperseded(MarketEvent event, String detail) {
    Refusal refusal =
        new Refusal(event.instant(), event.origin(), RefusalReason.SUPERSEDED, detail);
    output.collect(refusals, new StreamRecord<>(refusal, event.instant()));
  }

  private static MarketEvent appliedAt(long instant, MarketEvent update) {
    if (update instanceof PositionUpdate position) {
      return position.appliedAt(instant);
    }
    if (update instanceof SettingsUpdate settings) {
      return settings.appliedAt(instant);
    }
    throw new IllegalArgumentException("not an update of an account: " + update);
  }

  /** The key of the first input. */
  static String accountOf(MarketEvent update) {
    if (update instanceof PositionUpdate position) {
      return position.account();
    }
    if (update instanceof SettingsUpdate settings) {
      return settings.account();
    }
    throw new IllegalArgumentException("not an update of an account: " + update);
  }
}
