package io.plimsoll.jobs.alert;

import io.plimsoll.risk.level.Level;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Puts a digest together: its parts as they fill, then the digest. Holds one part at a time. */
final class DigestWriter {

  /** Accounts in a part: a request of some 100 KB. */
  static final int PART = 500;

  private final String id;
  private final String route;
  private final Consumer<Notice> out;
  private final Map<Level, Integer> standing = new EnumMap<>(Level.class);
  private final PriorityQueue<Member> worst =
      new PriorityQueue<>(Member.WORST_FIRST.reversed()); // the first is the first to go
  private List<Member> part = new ArrayList<>();
  private int parts;
  private int resolved;

  DigestWriter(String id, String route, Consumer<Notice> out) {
    this.id = id;
    this.route = route;
    this.out = out;
  }

  void add(Member member) {
    if (member.change() == Change.RESOLVED) {
      resolved++;
    } else {
      standing.merge(member.crossing().level(), 1, Integer::sum);
      worst.add(member);
      if (worst.size() > Digest.NAMED) {
        worst.remove();
      }
    }
    part.add(member);
    if (part.size() == PART) {
      endPart();
    }
  }

  private void endPart() {
    parts++;
    out.accept(DigestPart.of(id, route, parts, part));
    part = new ArrayList<>();
  }

  /** Ends it, and tells how many accounts it is about. */
  int end(Digest.Reason reason, long at) {
    if (!part.isEmpty()) {
      endPart();
    }
    List<Member> named = worst.stream().sorted(Member.WORST_FIRST).toList();
    Digest digest = new Digest(id, route, reason, at, standing, resolved, parts, named);
    if (parts > 0) {
      out.accept(digest);
    }
    return digest.accounts();
  }
}
