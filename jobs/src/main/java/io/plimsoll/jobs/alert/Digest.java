package io.plimsoll.jobs.alert;

import io.plimsoll.risk.level.Level;
import java.util.List;
import java.util.Map;

/**
 * What happened to many accounts, told once.
 *
 * @param id from the route, why it was put together and when
 * @param route it is told on
 * @param reason why its alerts were not told one by one
 * @param at when it was put together, by the clock on the wall, epoch milliseconds
 * @param standing how many of its accounts stand at each level that is told; none is left out
 * @param resolved how many have recovered
 * @param parts how many parts its list has
 * @param worst accounts that stand worst, at most {@link #NAMED}
 */
public record Digest(
    String id,
    String route,
    Reason reason,
    long at,
    Map<Level, Integer> standing,
    int resolved,
    int parts,
    List<Member> worst)
    implements Notice {

  /** As many as a page has room for. */
  public static final int NAMED = 20;

  /** Why alerts were not told one by one. */
  public enum Reason {
    MANY_AT_ONCE,
    QUIET_HOURS
  }

  public Digest {
    standing = Map.copyOf(standing);
    worst = List.copyOf(worst);
  }

  /** How many accounts it is about. */
  public int accounts() {
    return resolved + standing.values().stream().mapToInt(Integer::intValue).sum();
  }
}
