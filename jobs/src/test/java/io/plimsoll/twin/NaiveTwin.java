package io.plimsoll.twin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules of RISK-MODEL.md §§1-7 by brute force: it holds all events, walks every instant in
 * order and judges every account after each. Slow and obvious on purpose, since it is what the
 * production system is tested against.
 */
public final class NaiveTwin {
  private static final double HOUR = 3_600_000.0;

  private final Parameters parameters;
  private final Coverage coverage;
  private final Map<String, AssetState> assets = new TreeMap<>(CodePoints.ORDER);
  private final Map<String, VenueState> venues = new TreeMap<>();
  private final Map<String, AccountState> accounts = new TreeMap<>(CodePoints.ORDER);
  private final Judge judge;
  private final NavigableMap<Long, InstantRows> rows;
  private final TreeSet<Long> agenda = new TreeSet<>();
  private final List<Map<String, Object>> assetStates = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();

  private NaiveTwin(TwinMarket market, long lateness, Coverage coverage) {
    this.parameters = Parameters.of(market.parameters());
    this.coverage = coverage;
    parameters
        .assets()
        .forEach(
            (name, own) ->
                assets.put(name, new AssetState(name, own, parameters.global(), coverage)));
    this.judge = new Judge(parameters, venues, coverage);
    List<InputRow> accepted = new ArrayList<>();
    for (TwinFile file : market.files()) {
      for (String kind : TwinMarket.KINDS) {
        if (file.is(kind)) {
          FileIntake intake = new FileIntake(kind, parameters, lateness, coverage);
          intake.read(file);
          accepted.addAll(intake.accepted());
          refusals.addAll(intake.refused());
        }
      }
    }
    Timeline timeline = new Timeline(parameters, accepted, coverage);
    this.rows = timeline.instants();
    refusals.addAll(timeline.refused());
    refusals.sort(
        Comparator.comparing(Refusal::file, CodePoints.ORDER).thenComparing(Refusal::line));
    refusals.forEach(refusal -> coverage.hit("refused " + refusal.reason()));
  }

  /** Evaluates a market whose files may be out of order by up to the lateness in ms. */
  public static TwinResult evaluate(TwinMarket market, long lateness) {
    return evaluate(market, lateness, new Coverage());
  }

  /** Evaluates a market and notes which branches of the rules it takes. */
  public static TwinResult evaluate(TwinMarket market, long lateness, Coverage coverage) {
    NaiveTwin twin = new NaiveTwin(market, lateness, coverage);
    twin.walk();
    return new TwinResult(twin.judge.events(), twin.assetStates, twin.refusals);
  }

  private void walk() {
    if (rows.isEmpty()) {
      return;
    }
    long first = rows.firstKey();
    long last = rows.lastKey();
    long bar = parameters.global().barInterval();
    agenda.addAll(rows.keySet());
    for (long close = -Math.floorDiv(-first, bar) * bar; close <= last; close += bar) {
      agenda.add(close);
    }
    while (!agenda.isEmpty() && agenda.first() <= last) {
      step(agenda.pollFirst());
    }
  }

  private void step(long now) {
    coverage.hit("instant");
    InstantRows applied = rows.getOrDefault(now, InstantRows.NONE);
    accounts.values().forEach(AccountState::beginInstant);
    applied.venues().forEach(row -> apply(row, now));
    Set<String> rederived = new LinkedHashSet<>();
    for (InputRow.Index row : applied.indices()) {
      assets.get(row.asset()).indices().tell(row, now);
      rederived.add(row.asset());
    }
    Set<String> quoted = new LinkedHashSet<>();
    for (InputRow.Quote row : applied.quotes()) {
      Mark mark = assets.get(row.asset()).mark();
      mark.quote(row);
      agenda.add(mark.expiry(row));
      quoted.add(row.asset());
    }
    rederived.addAll(quoted);
    deriveMarks(quoted, now);
    boolean bar = now % parameters.global().barInterval() == 0;
    for (AssetState asset : assets.values()) {
      if (bar || rederived.contains(asset.name())) {
        asset.indices().derive(now);
      }
    }
    if (bar) {
      closeBars(now);
    }
    applied.settings().forEach(this::apply);
    applied.positions().forEach(row -> apply(row, now));
    accounts.values().forEach(AccountState::endRows);
    if (judge.judge(accounts.values(), now)) {
      agenda.add(now + 1);
    }
  }

  private void apply(InputRow.VenueCondition row, long now) {
    VenueState venue =
        venues.computeIfAbsent(
            row.venue(), name -> new VenueState(parameters.global().gracePeriod(), coverage));
    venue.apply(row, now);
    if (venue.graceEnd() != null && venue.graceEnd() > now) {
      agenda.add(venue.graceEnd());
    }
  }

  /** Derives the marks of assets that were quoted, and of those for which something is due. */
  private void deriveMarks(Set<String> quoted, long now) {
    for (AssetState asset : assets.values()) {
      Mark mark = asset.mark();
      if (quoted.contains(asset.name()) || mark.isDue(now)) {
        boolean unmarked = !mark.isMarked();
        mark.derive(now);
        coverage.hit(unmarked && mark.isMarked(), "first mark");
        if (mark.confirmation() > now) {
          agenda.add(mark.confirmation());
        }
      }
    }
  }

  private void closeBars(long now) {
    for (AssetState asset : assets.values()) {
      if (asset.isMarked()) {
        VenueState venue = venues.get(asset.parameters().venue());
        double stress = venue == null ? 0 : venue.stress();
        asset.closeBar(now, parameters.global().barInterval() / HOUR, stress);
        assetStates.add(asset.fields(now));
      }
    }
  }

  private void apply(InputRow.Settings row) {
    AccountState account = account(row.account());
    Mode before = account.settings().mode();
    coverage.hit(before != row.mode(), "mode " + before + " > " + row.mode());
    account.apply(row);
  }

  private AccountState account(String name) {
    return accounts.computeIfAbsent(name, n -> new AccountState(n, assets));
  }

  private void apply(InputRow.Position row, long now) {
    AccountState account = account(row.key().account());
    account.apply(row, now);
    if (row.amount().signum() > 0) {
      long waited = account.waitsUntil(assets.get(row.key().asset())) + 1;
      if (waited > now) {
        agenda.add(waited);
      }
    }
  }
}
