package io.plimsoll.jobs.alert;

import java.util.List;

/** What was told, as short lines to compare. */
final class Told {

  private Told() {}

  static String line(Notice notice) {
    if (notice instanceof Alert alert) {
      return (alert.repeated() ? "again " : "")
          + member(alert.member())
          + " after "
          + alert.before()
          + " id "
          + alert.id();
    }
    if (notice instanceof DigestPart part) {
      return "part " + part.number() + ": " + members(part.members());
    }
    Digest digest = (Digest) notice;
    return digest.reason()
        + " of "
        + digest.accounts()
        + ", recovered "
        + digest.resolved()
        + ", parts "
        + digest.parts()
        + ", first "
        + (digest.worst().isEmpty() ? "nobody" : digest.worst().get(0).crossing().account());
  }

  static String member(Member member) {
    return member.change()
        + " "
        + member.crossing().account()
        + " "
        + member.crossing().level()
        + " "
        + member.episode();
  }

  private static List<String> members(List<Member> members) {
    return members.stream().map(Told::member).sorted().toList();
  }
}
