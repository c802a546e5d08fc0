package io.plimsoll.jobs.watch;

import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The margin watch without Flink: applies whole instants, in order. What the accounts are judged
 * against first, then the accounts' own updates, each account judged with its own, then one
 * judgement of each other account whose standing may have changed.
 *
 * <p>An instant that touches no account costs what its assets' coordinates cost, and allocates
 * nothing. Not thread-safe.
 */
public final class MarginWatch {

  /** What a watch has to say. */
  public interface Listener {

    /** An account changed its level, or its standing at one. */
    void event(MarginEvent event);

    /** An update that something newer has overtaken. */
    void superseded(AccountUpdate update, String detail);
  }

  private final AssetTable assets;
  private final Venues venues;
  private final AccountStore accounts;
  private final AccountFinder finder;
  private final AccountUpdates updater;
  private final Judge judge;
  private final Waits waits = new Waits();
  private final ClosedAccounts closed;
  private final PaperExecution paper;
  private final TouchedAccounts touched = new TouchedAccounts();
  private final IntConsumer touch = touched::add;

  /** By asset id; null until an asset has a mark. */
  private final AssetState[] states;

  /** Of assets that have no parameters (any more): kept, and not used. */
  private final Map<String, AssetState> unknownStates = new LinkedHashMap<>();

  /**
   * A watch over the accounts of a backend.
   *
   * @param backend where the accounts are; those there already must be {@linkplain #resume resumed}
   */
  public MarginWatch(
      RiskParameters parameters, WatchOptions options, AccountStates backend, Listener listener) {
    assets = new AssetTable(parameters.assets().values());
    states = new AssetState[assets.size()];
    venues = new Venues(parameters.levels().gracePeriodMs());
    accounts = new AccountStore(backend, assets, parameters, options);
    finder =
        options.finder() == WatchOptions.Finder.WHEEL
            ? new WheelFinder(assets, parameters.levels())
            : new HolderIndex(assets);
    closed = new ClosedAccounts(options.closedKeptMs());
    updater = new AccountUpdates(listener::superseded);
    paper = new PaperExecution(parameters.onPaper(), assets);
    judge = new Judge(assets, venues, parameters, finder, paper, listener::event);
  }

  /** The next instant at which something falls due by itself, or {@link Long#MAX_VALUE}. */
  public long nextDue() {
    return Math.min(
        Math.min(closed.nextEnd(), paper.nextDue()), Math.min(venues.nextEnd(), waits.nextEnd()));
  }

  /**
   * Applies an instant.
   *
   * @param ended whether bounded input has ended: nothing falls due by itself any more
   */
  public void apply(
      long instant, List<Surrounding> surroundings, List<AccountUpdate> updates, boolean ended)
      throws IOException {
    touched.clear();
    if (!ended && venues.nextEnd() <= instant) {
      for (String venue : venues.endGraceAt(instant)) {
        finder.venueChanged(venue, touch);
      }
    }
    applySurroundings(surroundings);
    if (!ended && waits.nextEnd() <= instant) {
      waits.endAt(instant, account -> touched.add(accounts.idOf(account)));
    }
    if (!ended && closed.nextEnd() <= instant) {
      forgetClosed(instant);
    }
    if (!ended && paper.nextDue() <= instant) {
      touchLiquidated(instant);
    }
    if (!updates.isEmpty()) {
      applyUpdates(updates, instant);
    }
    for (int i = 0; i < touched.count(); i++) {
      int id = touched.get(i);
      if (touched.contains(id)) { // not judged with its updates
        judge(id, instant);
      }
    }
  }

  private void applySurroundings(List<Surrounding> surroundings) {
    boolean told = false;
    for (int i = 0; i < surroundings.size(); i++) {
      told |= surroundings.get(i) instanceof Surrounding.Venue;
    }
    if (told) {
      lastStatuses(surroundings).forEach(this::applyStatus);
    }
    for (int i = 0; i < surroundings.size(); i++) {
      if (surroundings.get(i) instanceof Surrounding.Asset asset) {
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
      finder.venueChanged(venue, touch);
    }
  }

  private void applyAsset(AssetState state) {
    int id = assets.id(state.asset());
    if (id == AssetTable.UNKNOWN) {
      unknownStates.put(state.asset(), state);
      return;
    }
    AssetState before = states[id];
    put(id, state);
    if (before == null || state.judgesUnlike(before)) {
      finder.assetChanged(id, before == null || state.ratesUnlike(before), touch);
    }
  }

  private void put(int id, AssetState state) {
    states[id] = state;
    assets.update(
        id,
        state.status(),
        state.mid(),
        state.low(),
        state.high(),
        state.exchangeRate(),
        state.borrowIndex(),
        state.loadFactor());
    finder.told(id, state.volatility());
  }

  private void forgetClosed(long instant) throws IOException {
    for (String account : closed.endAt(instant)) {
      AccountState state = accounts.state(account);
      if (closed.isOver(state, instant)) {
        accounts.forget(account, state);
      }
    }
  }

  /** Those liquidated on paper the instant before hold less now. */
  private void touchLiquidated(long instant) throws IOException {
    List<String> liquidated = new ArrayList<>();
    paper.takeDue(instant, liquidated::add);
    for (String account : liquidated) {
      int id = accounts.idOf(account);
      finder.hold(id, accounts.get(id).units());
      touched.add(id);
    }
  }

  private void applyUpdates(List<AccountUpdate> updates, long instant) throws IOException {
    for (Map.Entry<String, List<AccountUpdate>> entry :
        AccountUpdates.byAccount(updates).entrySet()) {
      String account = entry.getKey();
      AccountState before = accounts.state(account);
      AccountState after = updater.apply(before, entry.getValue());
      if (!after.equals(before)) {
        judgeChanged(account, before, waits.begin(account, after, instant, assets), instant);
      }
    }
  }

  /**
   * Judges an account with its new holdings at once, while they are at hand: one write for both.
   */
  private void judgeChanged(String account, AccountState before, AccountState changed, long instant)
      throws IOException {
    int id = accounts.idOf(account);
    touched.remove(id);
    WatchedAccount ready = accounts.ready(account, changed);
    finder.hold(id, ready.units());
    WatchedAccount judged = carryOut(judge.judge(id, ready, instant), instant);
    accounts.putChanged(id, before, judged);
    closed.note(account, judged.state(), instant);
    releaseUnlessWatched(id);
  }

  private void judge(int id, long instant) throws IOException {
    WatchedAccount before = accounts.get(id);
    WatchedAccount after = carryOut(judge.judge(id, before, instant), instant);
    if (after != before) {
      accounts.put(id, before, after);
    }
    releaseUnlessWatched(id);
  }

  private WatchedAccount carryOut(WatchedAccount judged, long instant) {
    return paper.hasOffers()
        ? accounts.ready(judged.name(), paper.carryOut(judged.name(), judged.state(), instant))
        : judged;
  }

  private void releaseUnlessWatched(int id) {
    if (!finder.end(id)) {
      accounts.release(id);
    }
  }

  // What is taken over from a checkpoint, before the first instant.

  /** Takes over the state of an asset. */
  void resume(AssetState state) {
    int id = assets.id(state.asset());
    if (id == AssetTable.UNKNOWN) {
      unknownStates.put(state.asset(), state);
    } else {
      put(id, state);
    }
  }

  /**
   * Takes over an account of the backend, after all assets.
   *
   * @param over up to here instants are over
   */
  void resume(String account, AccountState state, long over) {
    waits.resume(account, state, assets);
    closed.note(account, state, over);
    paper.resume(account, state, over);
    int id = accounts.resume(account, state);
    WatchedAccount ready = accounts.ready(account, state);
    finder.hold(id, ready.units());
    judge.resume(id, ready, over);
    releaseUnlessWatched(id);
  }

  /** By venue that is down or in grace: when that ends. Mutable, the watch's own. */
  Map<String, Long> disturbedVenues() {
    return venues.disturbedUntil();
  }

  /** The latest state of every asset heard of. */
  List<AssetState> assetStates() {
    List<AssetState> known = new ArrayList<>(unknownStates.values());
    for (AssetState state : states) {
      if (state != null) {
        known.add(state);
      }
    }
    return known;
  }

  // What it did, for metrics.

  /** Units judged so far. */
  public long judgements() {
    return judge.judgements();
  }

  /** Of those, how many needed exact arithmetic, for a decision or for the figures of an event. */
  public long exactJudgements() {
    return judge.exactJudgements();
  }

  /** Accounts found so far because something they depend on moved. */
  public long found() {
    return finder.found();
  }

  /** Accounts that something could touch. */
  public int watchedAccounts() {
    return accounts.watched();
  }

  /** What is judged and stands at a level; parts of ISOLATED accounts count each. */
  public long accountsAt(Level level) {
    return accounts.at(level);
  }

  /** What the finder keeps: entries of the wheel. */
  public int finderEntries() {
    return finder.entries();
  }

  /** Heap of the finder and of the names of the watched accounts, bytes; without the cache. */
  public long heapBytes() {
    return finder.heapBytes() + accounts.heapBytesOfIds();
  }

  /** Accounts read from the backend to be judged. */
  public long cacheMisses() {
    return accounts.cacheMisses();
  }
}
