package io.plimsoll.jobs.watch;

import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.level.Level;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many of what is judged stand at each level: accounts, and of an ISOLATED account what it
 * holds at each venue. Kept with each change of an account, so that nobody has to count them all.
 */
final class LevelCounts {

  private final AssetTable assets;
  private final Map<Level, Long> units = new EnumMap<>(Level.class);

  LevelCounts(AssetTable assets) {
    this.assets = assets;
  }

  /** An account there was. */
  void add(AccountState account) {
    count(account, 1);
  }

  /** An account changed; before the first time it was {@link AccountState#NEW}. */
  void replace(AccountState before, AccountState after) {
    count(before, -1);
    count(after, 1);
  }

  private void count(AccountState account, long by) {
    if (!account.equals(AccountState.NEW)) {
      for (String unit : Unit.keys(account, assets)) {
        units.merge(account.standing(unit).level(), by, Long::sum);
      }
    }
  }

  long at(Level level) {
    return units.getOrDefault(level, 0L);
  }
}
