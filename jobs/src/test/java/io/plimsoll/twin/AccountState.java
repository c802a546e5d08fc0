package io.plimsoll.twin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an account holds and how it wants to be judged. */
final class AccountState {
  private final String name;
  private final Map<String, AssetState> assets;
  private final Map<HoldingKey, InputRow.Position> holdings = new TreeMap<>();
  private final Map<String, Long> firstHeld = new HashMap<>();
  private final Set<String> changedVenues = new HashSet<>();
  private InputRow.Settings settings = InputRow.Settings.DEFAULT;

  AccountState(String name, Map<String, AssetState> assets) {
    this.name = name;
    this.assets = assets;
  }

  String name() {
    return name;
  }

  InputRow.Settings settings() {
    return settings;
  }

  void apply(InputRow.Settings row) {
    settings = row;
  }

  /** Forgets which holdings changed: an instant begins. */
  void beginInstant() {
    changedVenues.clear();
  }

  void apply(InputRow.Position row, long now) {
    HoldingKey key = row.key();
    InputRow.Position before = holdings.get(key);
    if (row.amount().signum() == 0) {
      if (holdings.remove(key) != null) {
        changedVenues.add(key.venue());
      }
      return;
    }
    holdings.put(key, row);
    firstHeld.putIfAbsent(key.asset(), now);
    boolean sameAmount = before != null && before.amount().compareTo(row.amount()) == 0;
    boolean sameEntry =
        !key.kind().isPerpetual()
            || before != null && before.entryPrice().compareTo(row.entryPrice()) == 0;
    if (!sameAmount || !sameEntry) {
      changedVenues.add(key.venue());
    }
  }

  /** Whether a holding changed at this instant, at the venue or, for {@code null}, anywhere. */
  boolean isChanged(String venue) {
    return venue == null ? !changedVenues.isEmpty() : changedVenues.contains(venue);
  }

  Set<String> venues() {
    Set<String> venues = new TreeSet<>(CodePoints.ORDER);
    holdings.keySet().forEach(key -> venues.add(key.venue()));
    return venues;
  }

  /** The holdings at the venue or, for {@code null}, all of them; by asset, venue and kind. */
  List<Holding> holdings(String venue) {
    List<Holding> held = new ArrayList<>();
    for (InputRow.Position row : holdings.values()) {
      if (venue == null || Objects.equals(venue, row.key().venue())) {
        held.add(
            new Holding(
                row.key(),
                assets.get(row.key().asset()),
                Rational.of(row.amount()),
                row.entryPrice() == null ? null : Rational.of(row.entryPrice())));
      }
    }
    return held;
  }

  /** The last instant at which the account still waits for the asset's first mark. */
  long waitsUntil(AssetState asset) {
    return firstHeld.get(asset.name()) + asset.parameters().maxAge();
  }
}
