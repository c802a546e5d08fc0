package io.plimsoll.jobs.alert;

import io.plimsoll.jobs.market.DerivedId;
import io.plimsoll.risk.level.Level;

/**
 * The time that an account spends at the levels that a route tells, from its fall to its recovery;
 * and, once it is over or when there was none yet, what is remembered of the account.
 *
 * @param id from the route, the account and the crossing that opened it; empty when there was none
 * @param openedAt instant of the crossing that opened it, epoch milliseconds
 * @param open whether the account has not recovered
 * @param last the latest crossing of the account
 * @param told how it was told last
 * @param toldLevel level that was told last; it stays when the recovery is told
 * @param alert id of what was told last; empty before
 * @param waiting what the telling of the latest change waits for
 * @param heardAt when the latest crossing came in, by the clock on the wall, epoch milliseconds
 */
public record Episode(
    String id,
    long openedAt,
    boolean open,
    Crossing last,
    Told told,
    Level toldLevel,
    String alert,
    Waiting waiting,
    long heardAt) {

  /** How an episode was told. */
  public enum Told {
    NOT_YET,
    ALONE,
    IN_A_DIGEST
  }

  /** What the telling of a change waits for. */
  public enum Waiting {
    FOR_NOTHING,
    FOR_THE_WINDOW,
    FOR_THE_END_OF_QUIET_HOURS
  }

  /** An account that was heard of and is none of the route's business. */
  static Episode none(Crossing crossing, long now) {
    return new Episode(
        "",
        crossing.instant(),
        false,
        crossing,
        Told.NOT_YET,
        Level.SAFE,
        "",
        Waiting.FOR_NOTHING,
        now);
  }

  /** The first of an episode. */
  static Episode opened(String route, Crossing crossing, long now) {
    return new Episode(
        DerivedId.of(route + '|' + crossing.account() + '|' + crossing.id()),
        crossing.instant(),
        true,
        crossing,
        Told.NOT_YET,
        Level.SAFE,
        "",
        Waiting.FOR_NOTHING,
        now);
  }

  /** The same after a later crossing. */
  Episode after(Crossing crossing, boolean stillOpen, long now) {
    return new Episode(id, openedAt, stillOpen, crossing, told, toldLevel, alert, waiting, now);
  }

  /** The same, its latest change still to be told. */
  Episode waiting(Waiting what) {
    return new Episode(id, openedAt, open, last, told, toldLevel, alert, what, heardAt);
  }

  /** The same, its latest change told. */
  Episode told(Told how, String alertId) {
    Level level = open ? last.level() : toldLevel;
    return new Episode(id, openedAt, open, last, how, level, alertId, Waiting.FOR_NOTHING, heardAt);
  }

  /** Whether there is or was one, and not only an account. */
  boolean exists() {
    return !id.isEmpty();
  }

  /** Whether it is over and told: what comes next of the account is another episode. */
  boolean isOver() {
    return !open && waiting == Waiting.FOR_NOTHING;
  }

  /** What there is to tell of it. */
  Change change() {
    if (!open) {
      return Change.RESOLVED;
    }
    if (told == Told.NOT_YET || last.level() == toldLevel) {
      return Change.FIRING;
    }
    return last.level().isAtLeast(toldLevel) ? Change.ESCALATED : Change.EASED;
  }
}
