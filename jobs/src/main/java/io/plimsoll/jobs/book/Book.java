package io.plimsoll.jobs.book;

import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.market.IndexReading;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.readback.EventTerms;
import io.plimsoll.jobs.readback.StateLine;
import io.plimsoll.jobs.watch.AccountState;
import io.plimsoll.jobs.watch.AccountUpdates;
import io.plimsoll.jobs.watch.ClosedAccounts;
import io.plimsoll.jobs.watch.PaperTrade;
import io.plimsoll.jobs.watch.Unit;
import io.plimsoll.jobs.watch.Waits;
import io.plimsoll.jobs.watch.WatchOptions;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.mark.MarkStatus;
import io.plimsoll.risk.mark.RatePolicy;
import io.plimsoll.risk.mark.RateState;
import io.plimsoll.risk.parameters.RiskParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All accounts and all assets as of the last instant that was applied.
 *
 * <p>Assets stand as at their last bar close: mid, status and load factor are what the pipeline has
 * written, exchange rates and indices follow the rows that told them. Instants are applied in
 * order, within one the bars first, then the indices, then the accounts, and at last what was
 * carried out on paper. Mutable, one thread; it grows with the accounts there ever were, unless
 * those that are closed are forgotten.
 */
public final class Book {

  /** Takes what is judged by itself. */
  public interface Visitor {

    /** An account, or what an ISOLATED one holds at a venue, that holds something that counts. */
    void visit(Unit unit);
  }

  private record Entry(String account, AccountState state, List<Unit> units) {}

  private static final Entry NOBODY = new Entry("", AccountState.NEW, List.of());

  private final RiskParameters parameters;
  private final AssetTable assets;

  /** By asset id; null until an asset has a mark. */
  private final StateLine[] bars;

  private final RateState[] rates;
  private final AccountUpdates updater = new AccountUpdates((update, detail) -> {});
  private final Waits waits = new Waits();
  private final ClosedAccounts closed;

  /** In order of first appearance: sums of doubles do not hang on how names are hashed. */
  private final Map<String, Entry> accounts = new LinkedHashMap<>();

  /** A book that forgets nobody. */
  public Book(RiskParameters parameters) {
    this(parameters, WatchOptions.FOR_EVER);
  }

  /**
   * A book of nobody yet.
   *
   * @param closedKeptMs how long closed accounts are remembered, as the monitor's option has it
   */
  public Book(RiskParameters parameters, long closedKeptMs) {
    this.parameters = parameters;
    closed = new ClosedAccounts(closedKeptMs);
    assets = new AssetTable(parameters.assets().values());
    bars = new StateLine[assets.size()];
    rates = new RateState[assets.size()];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = new RateState();
    }
  }

  /** What the assets are worth. The book's own: to be read. */
  public AssetTable assets() {
    return assets;
  }

  public RiskParameters parameters() {
    return parameters;
  }

  /** Takes an asset's state at a bar close; one without parameters is passed over. */
  public void apply(StateLine bar) {
    int asset = assets.id(bar.asset());
    if (asset != AssetTable.UNKNOWN) {
      bars[asset] = bar;
      derive(asset, bar.instant());
    }
  }

  /** The instant of the last bar close, epoch milliseconds; 0 before the first. */
  public long lastBar() {
    return Arrays.stream(bars)
        .filter(Objects::nonNull)
        .mapToLong(StateLine::instant)
        .max()
        .orElse(0);
  }

  /** Takes an accepted reading of an asset's indices. */
  public void apply(IndexReading reading) {
    int asset = assets.id(reading.asset());
    RateState state = rates[asset];
    var rules = parameters.asset(reading.asset()).rates();
    if (RatePolicy.stepsTooFar(reading.exchangeRate(), state.toldRate, rules)
        || RatePolicy.stepsTooFar(reading.borrowIndex(), state.toldIndex, rules)) {
      return; // the guard has refused it
    }
    if (!Double.isNaN(reading.exchangeRate())) {
      RatePolicy.tellRate(state, reading.exchangeRate(), reading.instant());
    }
    if (!Double.isNaN(reading.borrowIndex())) {
      RatePolicy.tellIndex(state, reading.borrowIndex());
    }
    derive(asset, reading.instant());
  }

  private void derive(int asset, long instant) {
    StateLine bar = bars[asset];
    RateState state = rates[asset];
    RatePolicy.derive(state, assets.parameters(asset).rates(), instant);
    if (bar != null) {
      assets.update(
          asset,
          MarkStatus.valueOf(bar.status()),
          bar.mid(),
          bar.mid(),
          bar.mid(),
          state.exchangeRate,
          state.borrowIndex,
          bar.loadFactor());
    }
  }

  /**
   * Takes all updates of accounts that one instant has.
   *
   * @param updates in the order of their files
   */
  public void apply(long instant, List<AccountUpdate> updates) {
    AccountUpdates.byAccount(updates).forEach((account, own) -> apply(account, instant, own));
    waits.endAt(instant, account -> {}); // who waits is asked of each account
  }

  /**
   * Takes a row by itself, as a topic has them: of those with one key in one instant the higher
   * sequence wins that way too, and of those without one the last. Quotes and stress change
   * nothing.
   */
  public void apply(MarketEvent row) {
    if (row instanceof IndexReading reading) {
      apply(reading);
    } else if (row instanceof AccountUpdate update) {
      apply(update.instant(), List.of(update));
    }
  }

  private void apply(String account, long instant, List<AccountUpdate> updates) {
    Entry before = accounts.get(account);
    AccountState was = before == null ? AccountState.NEW : before.state();
    AccountState now = waits.begin(account, updater.apply(was, updates), instant, assets);
    put(account, now);
    closed.note(account, now, instant);
  }

  private void put(String account, AccountState now) {
    accounts.put(account, new Entry(account, now, Unit.of(account, now, assets, parameters)));
  }

  /** Takes an event: what its run has carried out on paper changes what the account holds. */
  public void apply(EventLine event) {
    if (!event.isExecuted()) {
      return;
    }
    Entry found = entry(event.account()).orElse(NOBODY);
    for (Unit unit : found.units()) {
      if (unit.name().equals(event.account())) {
        put(found.account(), found.state().carriedOut(unit.key(), trades(event)));
      }
    }
  }

  private List<PaperTrade> trades(EventLine event) {
    if (event.terms() instanceof EventTerms.Spot spot) {
      return List.of(
          PaperTrade.spot(spot.repayVenue(), spot.repayAsset(), Kind.DEBT, spot.repayAmount()),
          PaperTrade.spot(
              spot.seizeVenue(), spot.seizeAsset(), Kind.COLLATERAL, spot.seizeAmount()));
    }
    if (event.terms() instanceof EventTerms.Perpetual perpetual) {
      String asset = perpetual.closeAsset();
      return List.of(
          PaperTrade.close(
              perpetual.closeVenue(),
              asset,
              Kind.valueOf(perpetual.closeKind()),
              perpetual.closeAmount(),
              event.marks().get(asset),
              parameters.asset(asset).margin().closingFee()));
    }
    return List.of();
  }

  /**
   * Forgets closed accounts whose time is over.
   *
   * @return their names
   */
  public List<String> forgetClosed(long instant) {
    List<String> forgotten = new ArrayList<>();
    for (String account : closed.endAt(instant)) {
      Entry entry = accounts.get(account);
      if (entry != null && closed.isOver(entry.state(), instant)) {
        accounts.remove(account);
        forgotten.add(account);
      }
    }
    return forgotten;
  }

  /** How many accounts were ever heard of. */
  public int size() {
    return accounts.size();
  }

  /** What is judged by itself and counts by now: neither empty nor waiting for a first mark. */
  public void forEach(long instant, Visitor visitor) {
    for (Entry entry : accounts.values()) {
      for (Unit unit : entry.units()) {
        if (!unit.portfolio().isEmpty()
            && !Waits.isWaiting(unit.portfolio(), entry.state(), instant, assets)) {
          visitor.visit(unit);
        }
      }
    }
  }

  /**
   * What is judged under a name, if there is any.
   *
   * @param name as in events: of an account, or account/venue
   */
  public Optional<Unit> unit(String name) {
    return entry(name)
        .flatMap(found -> found.units().stream().filter(u -> u.name().equals(name)).findFirst());
  }

  /** All that an account is judged by, or the one unit of a name; empty if there is none. */
  public List<Unit> units(String name) {
    Entry whole = accounts.get(name);
    return whole != null ? whole.units() : unit(name).map(List::of).orElse(List.of());
  }

  /** The account that is judged under a name, if there is one. */
  public Optional<AccountState> account(String name) {
    return entry(name).map(Entry::state);
  }

  /** Names may contain slashes: whose unit has the name decides. */
  private Optional<Entry> entry(String name) {
    Entry whole = accounts.get(name);
    if (whole != null && has(whole, name)) {
      return Optional.of(whole);
    }
    for (int slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
      Entry isolated = accounts.get(name.substring(0, slash));
      if (isolated != null && has(isolated, name)) {
        return Optional.of(isolated);
      }
    }
    return Optional.ofNullable(whole);
  }

  private static boolean has(Entry entry, String name) {
    return entry.units().stream().anyMatch(unit -> unit.name().equals(name));
  }
}
