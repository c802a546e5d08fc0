package io.plimsoll.jobs.watch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The plain finder: every holder of the asset that changed, every account that owes at the venue.
 *
 * <p>Costs as many judgements a tick as the asset has holders, and memory for each holding.
 * Obvious, and therefore the oracle of any finder that is cleverer.
 */
final class HolderIndex implements AccountFinder {

  private final Map<String, Set<String>> holdersOf = new HashMap<>();
  private final Map<String, Set<String>> liableAt = new HashMap<>();

  @Override
  public void put(String account, AccountState state) {
    Set<String> held = new HashSet<>();
    Set<String> owing = new HashSet<>();
    for (Position position : state.positions()) {
      if (position.isHeld()) {
        held.add(position.asset());
        if (position.kind().owesOrIsOpen()) {
          owing.add(position.venue());
        }
      }
    }
    for (Position position : state.positions()) {
      note(holdersOf, position.asset(), account, held.contains(position.asset()));
      note(liableAt, position.venue(), account, owing.contains(position.venue()));
    }
  }

  @Override
  public void assetChanged(String asset, Consumer<String> touched) {
    holdersOf.getOrDefault(asset, Set.of()).forEach(touched);
  }

  @Override
  public void venueChanged(String venue, Consumer<String> touched) {
    liableAt.getOrDefault(venue, Set.of()).forEach(touched);
  }

  private static void note(
      Map<String, Set<String>> index, String name, String account, boolean present) {
    if (present) {
      index.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(account);
    } else if (index.containsKey(name)) {
      index.get(name).remove(account);
    }
  }
}
