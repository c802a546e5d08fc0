package io.plimsoll.jobs.watch;

import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.jobs.market.SettingsUpdate;
import io.plimsoll.risk.account.Mode;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.level.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Applies the updates of one account in one instant (risk model §1): what is superseded drops out;
 * then, of rows with one key, the higher sequence wins, one with a sequence beats one without, else
 * the last in file order.
 */
public final class AccountUpdates {

  /** Where a superseded update goes. */
  public interface Refusals {
    void superseded(AccountUpdate event, String detail);
  }

  /** What wins comes last; an absent sequence is the lowest there is. */
  private static final Comparator<PositionUpdate> POSITIONS =
      Comparator.comparingLong(PositionUpdate::sequence).thenComparing(PositionUpdate::origin);

  private final Refusals refusals;

  public AccountUpdates(Refusals refusals) {
    this.refusals = refusals;
  }

  /** The updates of one instant by their account, in the order in which they came. */
  public static Map<String, List<AccountUpdate>> byAccount(List<AccountUpdate> updates) {
    Map<String, List<AccountUpdate>> byAccount = new LinkedHashMap<>();
    for (AccountUpdate update : updates) {
      byAccount.computeIfAbsent(update.account(), a -> new ArrayList<>()).add(update);
    }
    return byAccount;
  }

  /** The account after the instant. */
  public AccountState apply(AccountState before, List<AccountUpdate> events) {
    AccountState settled = applySettings(before, events);
    List<PositionUpdate> updates = new ArrayList<>();
    for (AccountUpdate event : events) {
      if (event instanceof PositionUpdate update) {
        updates.add(update);
      }
    }
    return updates.isEmpty() ? settled : applyPositions(settled, updates);
  }

  private AccountState applySettings(AccountState before, List<AccountUpdate> events) {
    long newest = before.settingsTimestamp();
    for (AccountUpdate event : events) {
      if (event instanceof SettingsUpdate update) {
        newest = Math.max(newest, update.timestamp());
      }
    }
    SettingsUpdate last = null;
    for (AccountUpdate event : events) {
      if (event instanceof SettingsUpdate update) {
        if (update.late() && update.timestamp() < newest) {
          refusals.superseded(
              update, "late, and newer settings, of " + newest + ", have been applied");
        } else if (last == null || last.origin().compareTo(update.origin()) < 0) {
          last = update;
        }
      }
    }
    return last == null ? before : before.withSettings(last.settings(), last.timestamp());
  }

  private AccountState applyPositions(AccountState before, List<PositionUpdate> updates) {
    updates.sort(POSITIONS);
    List<Position> positions = new ArrayList<>(before.positions());
    AccountState after = before;
    int known = positions.size();
    List<Position> old = List.copyOf(positions);
    for (PositionUpdate update : updates) {
      int i = indexOf(positions, update);
      // Refusals are judged against what stood before the instant, whatever wins within it.
      Position was = i >= 0 && i < known ? old.get(i) : Position.before(update);
      if (was.supersedes(update) || isOutdatedWithin(update, updates)) {
        refusals.superseded(update, detail(was, update));
        continue;
      }
      Position now = was.after(update);
      if (i < 0) {
        positions.add(now);
      } else {
        positions.set(i, now);
      }
    }
    HistoricLiquidations.cover(old, positions, before.settings().mode() == Mode.ISOLATED);
    for (int i = 0; i < positions.size(); i++) {
      Position was = i < known ? old.get(i) : emptied(positions.get(i));
      if (positions.get(i).differsFrom(was)) {
        after = withChange(after, positions.get(i));
      }
    }
    return after.withPositions(List.copyOf(positions));
  }

  /** Late, without a sequence, and older than another such row of its key in the instant. */
  private static boolean isOutdatedWithin(PositionUpdate update, List<PositionUpdate> updates) {
    if (update.hasSequence() || !update.late()) {
      return false;
    }
    for (PositionUpdate other : updates) {
      if (!other.hasSequence()
          && other.timestamp() > update.timestamp()
          && sameKey(other, update)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameKey(PositionUpdate a, PositionUpdate b) {
    return a.kind() == b.kind() && a.asset().equals(b.asset()) && a.venue().equals(b.venue());
  }

  private static int indexOf(List<Position> positions, PositionUpdate update) {
    for (int i = 0; i < positions.size(); i++) {
      if (positions.get(i).hasKeyOf(update)) {
        return i;
      }
    }
    return -1;
  }

  private static Position emptied(Position position) {
    return new Position(
        position.venue(),
        position.asset(),
        position.kind(),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        Origin.NO_SEQUENCE,
        Long.MIN_VALUE);
  }

  /** Only a standing at LIQUIDATABLE or worse asks for changes. */
  private static AccountState withChange(AccountState account, Position position) {
    String unit = account.settings().mode() == Mode.ISOLATED ? position.venue() : Unit.WHOLE;
    Standing standing = account.standing(unit);
    return standing.level().isAtLeast(Level.LIQUIDATABLE)
        ? account.withStanding(unit, standing.withChange())
        : account;
  }

  private static String detail(Position was, PositionUpdate update) {
    return update.hasSequence()
        ? "sequence " + update.sequence() + " is not above the one applied, " + was.sequence()
        : "late and without a sequence, and a newer row of its position has been applied";
  }
}
