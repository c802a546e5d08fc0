package io.plimsoll.jobs.alert.notify;

import io.plimsoll.jobs.alert.Alert;
import io.plimsoll.jobs.alert.Change;
import io.plimsoll.jobs.alert.Crossing;
import io.plimsoll.jobs.alert.Digest;
import io.plimsoll.jobs.alert.Member;
import io.plimsoll.risk.level.Level;
import java.util.Collections;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What people read of a notice, in one line. */
public final class NoticeText {

  private NoticeText() {}

  /** Such as {@code alice is LIQUIDATABLE}. */
  static String of(Alert alert) {
    Crossing crossing = alert.member().crossing();
    return crossing.account()
        + switch (alert.member().change()) {
          case FIRING -> " is ";
          case ESCALATED -> " has got worse: ";
          case EASED -> " has got better: ";
          case RESOLVED -> " has recovered: ";
        }
        + crossing.level();
  }

  /** Such as {@code 3 accounts: 1 LIQUIDATABLE, 1 INSOLVENT, 1 recovered}. */
  static String of(Digest digest) {
    StringBuilder text = new StringBuilder().append(digest.accounts()).append(" accounts: ");
    new TreeMap<>(digest.standing())
        .forEach((level, count) -> text.append(count).append(' ').append(level).append(", "));
    return text.append(digest.resolved()).append(" recovered").toString();
  }

  /** Such as {@code LIQUIDATABLE alice: health factor 0.98, debt …}. */
  public static String of(Member member) {
    Crossing crossing = member.crossing();
    String state = member.change() == Change.RESOLVED ? "recovered" : crossing.level().toString();
    return state + ' ' + crossing.account() + ": " + figures(crossing);
  }

  /** How to get at the list of all accounts of a digest, for who is told the worst only. */
  static String list(Digest digest) {
    return "./plimsoll digest " + digest.id();
  }

  /** Names of the accounts that stand worst. */
  static String worst(Digest digest) {
    return digest.worst().stream()
        .map((Member member) -> member.crossing().account())
        .collect(Collectors.joining(", "));
  }

  /** The worst level at which an account of a digest stands; SAFE if all have recovered. */
  static Level worstLevel(Digest digest) {
    return digest.standing().isEmpty() ? Level.SAFE : Collections.max(digest.standing().keySet());
  }

  /** Figures of an account; the health factor with all its digits, for 0.9999999 is below 1. */
  static String figures(Crossing crossing) {
    return String.format(
        Locale.ROOT,
        "health factor %s, debt %,.2f USD, equity %,.2f USD",
        crossing.healthFactor(),
        crossing.debtUsd(),
        crossing.equityUsd());
  }
}
