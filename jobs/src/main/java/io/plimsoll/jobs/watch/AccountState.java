package io.plimsoll.jobs.watch;

import io.plimsoll.risk.account.Settings;
import io.plimsoll.risk.level.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is kept of one account. Immutable: a change makes a new one, so that a state backend may
 * keep it by reference.
 *
 * <p>It grows with the position keys the account ever used, by some thirty bytes each, and never
 * shrinks: the sequence of a removed position must outlive it.
 *
 * @param settings in force
 * @param settingsTimestamp own timestamp of the settings row last applied, epoch milliseconds
 * @param positions one per position key ever used, in order of first use
 * @param standings by judged unit: the empty name for the account as a whole, else a venue
 * @param firstHeld by asset without a mark: the instant the account first held any of it
 */
public record AccountState(
    Settings settings,
    long settingsTimestamp,
    List<Position> positions,
    Map<String, Standing> standings,
    Map<String, Long> firstHeld) {

  /** Of an account not heard of. */
  public static final AccountState NEW =
      new AccountState(Settings.DEFAULTS, Long.MIN_VALUE, List.of(), Map.of(), Map.of());

  /** Of a judged unit. */
  public Standing standing(String unit) {
    return standings.getOrDefault(unit, Standing.NEW);
  }

  AccountState withStanding(String unit, Standing standing) {
    if (standings.isEmpty() || (standings.size() == 1 && standings.containsKey(unit))) {
      // Nearly every account is one unit.
      return withStandings(standing.equals(Standing.NEW) ? Map.of() : Map.of(unit, standing));
    }
    Map<String, Standing> changed = new TreeMap<>(standings);
    if (standing.equals(Standing.NEW)) {
      changed.remove(unit);
    } else {
      changed.put(unit, standing);
    }
    return withStandings(changed);
  }

  private AccountState withStandings(Map<String, Standing> changed) {
    return new AccountState(settings, settingsTimestamp, positions, changed, firstHeld);
  }

  AccountState withSettings(Settings replaced, long timestamp) {
    return new AccountState(replaced, timestamp, positions, standings, firstHeld);
  }

  AccountState withPositions(List<Position> replaced) {
    return new AccountState(settings, settingsTimestamp, replaced, standings, firstHeld);
  }

  /**
   * After a liquidation that was carried out on paper. One of which a side is less than the last
   * digit of an amount is none: nobody would be paid for repaying nothing, again and again.
   *
   * @param unit key of the unit that was liquidated
   */
  public AccountState carriedOut(String unit, List<PaperTrade> trades) {
    List<Position> left = new ArrayList<>(positions);
    for (PaperTrade trade : trades) {
      if (trade.amount().signum() == 0) {
        return this;
      }
      trade.take(left, unit);
    }
    return left.equals(positions) ? this : withPositions(List.copyOf(left));
  }

  AccountState withFirstHeld(Map<String, Long> replaced) {
    return new AccountState(settings, settingsTimestamp, positions, standings, replaced);
  }
}
