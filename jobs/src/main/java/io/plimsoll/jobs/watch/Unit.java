package io.plimsoll.jobs.watch;

import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.account.Mode;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.health.Portfolio;
import io.plimsoll.risk.parameters.RiskParameters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is judged by itself: an account, or what an ISOLATED account holds at one venue.
 *
 * @param key in {@link AccountState#standings}: {@link #WHOLE}, or the venue
 * @param name in events
 * @param portfolio what counts
 * @param liableAt venues where something is owed or open, each once
 */
public record Unit(String key, String name, Portfolio portfolio, List<String> liableAt) {

  /** The account as a whole. A venue's name is never empty. */
  static final String WHOLE = "";

  private static final List<String> ONE_WHOLE = List.of(WHOLE);

  /** The units of an account under its present settings. */
  public static List<Unit> of(
      String account, AccountState state, AssetTable assets, RiskParameters parameters) {
    if (state.settings().mode() != Mode.ISOLATED) {
      Held all = new Held();
      for (Position position : state.positions()) {
        if (counts(position, assets)) {
          all.add(position);
        }
      }
      return List.of(unit(WHOLE, account, all, state, assets, parameters));
    }
    Map<String, Held> byVenue = new TreeMap<>();
    for (String venue : keys(state, assets)) {
      byVenue.put(venue, new Held());
    }
    for (Position position : state.positions()) {
      if (counts(position, assets)) {
        byVenue.get(position.venue()).add(position);
      }
    }
    List<Unit> units = new ArrayList<>(byVenue.size());
    byVenue.forEach(
        (venue, held) ->
            units.add(unit(venue, account + '/' + venue, held, state, assets, parameters)));
    return units;
  }

  /** Whether what is held at a venue is of the unit with a key. */
  static boolean includes(String key, String venue) {
    return key.equals(WHOLE) || key.equals(venue);
  }

  /** The keys of an account's units under its present settings. */
  static Collection<String> keys(AccountState state, AssetTable assets) {
    if (state.settings().mode() != Mode.ISOLATED) {
      return ONE_WHOLE;
    }
    Set<String> venues = new TreeSet<>(state.standings().keySet()); // may be emptied by now
    venues.remove(WHOLE);
    for (Position position : state.positions()) {
      if (counts(position, assets)) {
        venues.add(position.venue());
      }
    }
    return venues;
  }

  /** What one unit is made of, while it is put together. */
  private static final class Held {
    private final List<Holding> holdings = new ArrayList<>();
    private BigDecimal cashUsd = BigDecimal.ZERO;

    void add(Position position) {
      if (position.isHeld()) {
        holdings.add(position.holding());
      }
      cashUsd = cashUsd.add(position.cashUsd());
    }
  }

  /**
   * Held, or closed on paper, and of an asset that has parameters: it may have lost them since the
   * last savepoint.
   */
  private static boolean counts(Position position, AssetTable assets) {
    return (position.isHeld() || position.cashUsd().signum() != 0)
        && assets.id(position.asset()) != AssetTable.UNKNOWN;
  }

  private static Unit unit(
      String key,
      String name,
      Held held,
      AccountState state,
      AssetTable assets,
      RiskParameters parameters) {
    Portfolio portfolio =
        Portfolio.of(held.holdings, held.cashUsd, state.settings(), assets, parameters);
    return new Unit(key, name, portfolio, liableAt(held.holdings));
  }

  /** There are as many units as accounts, and nearly all are liable at one venue: no set for it. */
  private static List<String> liableAt(List<Holding> held) {
    List<String> venues = List.of();
    for (Holding holding : held) {
      if (holding.kind().owesOrIsOpen() && !venues.contains(holding.venue())) {
        List<String> longer = new ArrayList<>(venues);
        longer.add(holding.venue());
        venues = List.copyOf(longer);
      }
    }
    return venues;
  }
}
