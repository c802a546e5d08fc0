package io.plimsoll.twin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Judges every account from scratch, as often as it is told to (§6). */
final class Judge {
  private final Parameters parameters;
  private final Map<String, VenueState> venues;
  private final Coverage coverage;
  private final Map<String, Standing> standings = new HashMap<>();
  private final List<Map<String, Object>> events = new ArrayList<>();
  private boolean carriedOut;

  Judge(Parameters parameters, Map<String, VenueState> venues, Coverage coverage) {
    this.parameters = parameters;
    this.venues = venues;
    this.coverage = coverage;
  }

  List<Map<String, Object>> events() {
    return events;
  }

  /** Judges all, and says whether anything was carried out on paper. */
  boolean judge(Iterable<AccountState> accounts, long now) {
    carriedOut = false;
    Map<String, Map<String, Object>> issued = new TreeMap<>(CodePoints.ORDER);
    for (AccountState account : accounts) {
      if (account.settings().mode() == Mode.ISOLATED) {
        for (String venue : isolatedVenues(account)) {
          judge(account, venue, account.name() + "/" + venue, now, issued);
        }
      } else {
        judge(account, null, account.name(), now, issued);
      }
    }
    events.addAll(issued.values());
    return carriedOut;
  }

  /** Where it holds something, and where it once did and is still remembered as unsafe. */
  private Set<String> isolatedVenues(AccountState account) {
    Set<String> held = new TreeSet<>(account.venues());
    String prefix = account.name() + "/";
    standings.keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .forEach(name -> held.add(name.substring(prefix.length())));
    return held;
  }

  private void judge(
      AccountState account,
      String venue,
      String name,
      long now,
      Map<String, Map<String, Object>> issued) {
    Standing standing = standings.computeIfAbsent(name, n -> new Standing());
    InputRow.Settings settings = account.settings();
    Category category = parameters.categories().get(String.valueOf(settings.category()));
    Portfolio portfolio =
        new Portfolio(
            account.holdings(venue), account.cash(venue), settings.mode() == Mode.NETTED, category);
    boolean changed = account.isChanged(venue) || standing.changedWhileWaiting;
    if (isWaiting(account, portfolio, now)) {
      standing.changedWhileWaiting = changed;
      standing.wasWaiting = true;
      coverage.hit("unpriced");
      return;
    }
    noteJudgement(portfolio, standing);
    standing.changedWhileWaiting = false;
    Set<String> impaired = impairedVenues(portfolio, now);
    Rational f = impaired.isEmpty() ? Rational.ONE : parameters.global().graceHealthFactor();
    Assessment assessment =
        new Assessment(
            parameters.global(), portfolio, marginCall(settings, portfolio), f, coverage);
    assessment.noteBoundaries(standing.level, coverage);
    Level before = standing.level;
    Level level = assessment.next(before);
    Coverage ofTerms = new Coverage();
    Map<String, Object> terms = Terms.of(assessment, level, ofTerms);
    boolean firstDeep =
        level.isAtLeast(Level.LIQUIDATABLE) && assessment.isDeep() && !standing.wasDeep;
    standing.level = level;
    standing.wasDeep = level.isAtLeast(Level.LIQUIDATABLE) && (standing.wasDeep || firstDeep);
    boolean again =
        level.isAtLeast(Level.LIQUIDATABLE)
            && (changed || firstDeep || terms != null && !standing.lastEventHadTerms);
    if (level == before && !again) {
      return;
    }
    if (level == before) {
      coverage.hit(changed, "again: (a) holdings changed");
      coverage.hit(!changed && firstDeep, "again: (b) only");
      coverage.hit(!changed && !firstDeep, "again: (c) only");
    }
    coverage.add(ofTerms);
    noteEvent(before, level, account, venue, portfolio, impaired);
    standing.lastEventHadTerms = terms != null;
    issued.put(
        name,
        new MarginEvent(name, now, before, level)
            .fields(assessment, doubts(portfolio, impaired), terms, coverage));
    if (parameters.global().onPaper() && terms != null) {
      carriedOut |= account.carryOut(terms, venue);
    }
  }

  private static boolean isWaiting(AccountState account, Portfolio portfolio, long now) {
    return portfolio.counting().stream()
        .map(Holding::asset)
        .anyMatch(asset -> !asset.isMarked() && now <= account.waitsUntil(asset));
  }

  /** Venues where the account owes something and cannot act. */
  private Set<String> impairedVenues(Portfolio portfolio, long now) {
    Set<String> impaired = new TreeSet<>(CodePoints.ORDER);
    for (Holding holding : portfolio.counting()) {
      VenueState venue = venues.get(holding.key().venue());
      if (holding.kind() != Kind.COLLATERAL && venue != null && venue.isImpaired(now)) {
        impaired.add(holding.key().venue());
      }
    }
    return impaired;
  }

  private Rational marginCall(InputRow.Settings settings, Portfolio portfolio) {
    Category category = portfolio.categoryInForce();
    if (settings.marginCall() != null) {
      coverage.hit("margin call of the account");
      return Rational.of(settings.marginCall());
    }
    if (category != null && category.marginCall() != null) {
      coverage.hit("margin call of the category");
      return category.marginCall();
    }
    return parameters.global().marginCall();
  }

  private static List<String> doubts(Portfolio portfolio, Set<String> impairedVenues) {
    Set<String> doubts = new TreeSet<>(CodePoints.ORDER);
    for (Holding holding : portfolio.counting()) {
      if (holding.asset().isDoubtful()) {
        doubts.add(holding.asset().name());
      }
    }
    impairedVenues.forEach(venue -> doubts.add("venue " + venue));
    return List.copyOf(doubts);
  }

  private void noteJudgement(Portfolio portfolio, Standing standing) {
    boolean unmarked = portfolio.counting().stream().anyMatch(h -> !h.asset().isMarked());
    coverage.hit(unmarked, "judged with an asset without mark");
    if (standing.wasWaiting) {
      coverage.hit(unmarked ? "waiting ended by time" : "waiting ended by mark (or holding gone)");
      coverage.hit(standing.changedWhileWaiting, "waiting ended, holdings changed meanwhile");
    }
    boolean inForce = portfolio.categoryInForce() != null;
    coverage.hit(
        inForce != standing.categoryWasInForce,
        inForce ? "category comes into force" : "category goes out of force");
    standing.categoryWasInForce = inForce;
    standing.wasWaiting = false;
  }

  private void noteEvent(
      Level before,
      Level level,
      AccountState account,
      String venue,
      Portfolio portfolio,
      Set<String> impaired) {
    InputRow.Settings settings = account.settings();
    coverage.hit("event " + before + " > " + level);
    coverage.hit("event in mode " + settings.mode());
    coverage.hit("event");
    List<String> doubts = doubts(portfolio, impaired);
    coverage.hit(doubts.size() > impaired.size(), "event with doubtful assets");
    coverage.hit(!impaired.isEmpty(), "event with doubtful venues");
    if (settings.category() != null) {
      boolean inForce = portfolio.categoryInForce() != null;
      coverage.hit("event with category " + (inForce ? "in force" : "not in force"));
    }
    boolean unmarkedPerpetual =
        portfolio.counting().stream()
            .anyMatch(h -> !h.asset().isMarked() && h.kind().isPerpetual());
    coverage.hit(unmarkedPerpetual, "event with a perpetual without mark");
    coverage.hit(
        portfolio.counting().size() < account.holdings(venue).size(),
        "event with collateral of threshold 0");
    coverage.hit(
        portfolio.counting().stream().map(h -> h.key().venue()).distinct().count() > 1,
        "event over several venues");
    coverage.hit(
        portfolio.nets().values().stream().anyMatch(net -> net.hedged().signum() > 0),
        "event with a hedge");
  }
}
