package io.plimsoll.jobs.alert;

import io.plimsoll.risk.account.CodePoints;
import java.util.Comparator;

/**
 * An account as an alert or a digest tells it.
 *
 * @param episode id of its episode
 * @param openedAt instant at which the episode opened, epoch milliseconds
 * @param change what is new
 * @param crossing the latest of the account
 */
public record Member(String episode, long openedAt, Change change, Crossing crossing) {

  /** Who needs help most comes first: by level, then debt, then name. */
  static final Comparator<Member> WORST_FIRST =
      Comparator.comparing((Member member) -> member.crossing().level(), Comparator.reverseOrder())
          .thenComparing(member -> member.crossing().debtUsd(), Comparator.reverseOrder())
          .thenComparing(member -> member.crossing().account(), CodePoints::compare);

  static Member of(Episode episode) {
    return new Member(episode.id(), episode.openedAt(), episode.change(), episode.last());
  }
}
