package io.plimsoll.jobs.alert;

import java.util.Collection;
import java.util.List;

/**
 * A part of the list of a digest: all of them together name every account of it once.
 *
 * @param id that of the digest and the number
 * @param route it is told on
 * @param digest id of the digest, which comes after its parts
 * @param number from 1
 * @param members in no order that means anything
 */
public record DigestPart(String id, String route, String digest, int number, List<Member> members)
    implements Notice {

  public DigestPart {
    members = List.copyOf(members);
  }

  /** All members of a list, who stands worst first. */
  public static List<Member> worstFirst(Collection<DigestPart> parts) {
    return parts.stream()
        .flatMap(part -> part.members().stream())
        .sorted(Member.WORST_FIRST)
        .toList();
  }

  static DigestPart of(String digest, String route, int number, List<Member> members) {
    return new DigestPart(digest + '-' + number, route, digest, number, members);
  }
}
