package io.plimsoll.jobs.watch;

import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.level.Standing;
import io.plimsoll.risk.parameters.RiskParameters;

/** An account ready to be judged. Immutable. */
final class WatchedAccount {

  private final String name;
  private final AccountState state;
  private final Unit[] units;

  /** Of each unit. */
  private final Standing[] standings;

  private WatchedAccount(String name, AccountState state, Unit[] units) {
    this.name = name;
    this.state = state;
    this.units = units;
    this.standings = new Standing[units.length];
    for (int i = 0; i < units.length; i++) {
      standings[i] = state.standing(units[i].key());
    }
  }

  /** Prepares an account under its present holdings and settings. */
  static WatchedAccount of(
      String name, AccountState state, AssetTable assets, RiskParameters parameters) {
    Unit[] units = Unit.of(name, state, assets, parameters).toArray(Unit[]::new);
    return new WatchedAccount(name, state, units);
  }

  /** The same holdings and settings with other standings. */
  WatchedAccount withStandings(AccountState changed) {
    return new WatchedAccount(name, changed, units);
  }

  String name() {
    return name;
  }

  /** As kept. */
  AccountState state() {
    return state;
  }

  /** What is judged; not to be changed. */
  Unit[] units() {
    return units;
  }

  Standing standing(int i) {
    return standings[i];
  }
}
