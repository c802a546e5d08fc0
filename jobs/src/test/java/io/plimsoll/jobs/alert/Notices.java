package io.plimsoll.jobs.alert;

import io.plimsoll.risk.level.Level;
import java.util.List;
import java.util.Map;

/** Notices to try. */
public final class Notices {

  /** 2026-03-12T10:00:00Z. */
  public static final long OPENED = 1_773_309_600_000L;

  private Notices() {}

  /** An account's alert, told for the first time. */
  public static Alert alert(String id, Change change, Level before, Level level) {
    return new Alert(id, "desk", false, member("alice", change, level), before, 60_000);
  }

  /** The same, told again. */
  public static Alert repeated(Alert alert) {
    return new Alert(
        alert.id(), alert.route(), true, alert.member(), alert.before(), alert.repeatMs());
  }

  /** Some alert of an id. */
  public static Alert some(String id) {
    return alert(id, Change.FIRING, Level.SAFE, Level.LIQUIDATABLE);
  }

  /** An account of a list. */
  public static Member member(String account, Change change, Level level) {
    return new Member(
        "e-" + account,
        OPENED,
        change,
        new Crossing("x-" + account, account, OPENED + 500, level, 0.987, 15_000, 3150.5));
  }

  /** A digest of three accounts, one of which has recovered. */
  public static Digest digest() {
    return new Digest(
        "d1",
        "desk",
        Digest.Reason.MANY_AT_ONCE,
        OPENED + 60_000,
        Map.of(Level.LIQUIDATABLE, 1, Level.INSOLVENT, 1),
        1,
        1,
        List.of(
            member("bob", Change.ESCALATED, Level.INSOLVENT),
            member("carol", Change.FIRING, Level.LIQUIDATABLE)));
  }

  /** Its list. */
  public static DigestPart part() {
    return DigestPart.of(
        "d1",
        "desk",
        1,
        List.of(
            member("bob", Change.ESCALATED, Level.INSOLVENT),
            member("carol", Change.FIRING, Level.LIQUIDATABLE),
            member("dave", Change.RESOLVED, Level.SAFE)));
  }
}
