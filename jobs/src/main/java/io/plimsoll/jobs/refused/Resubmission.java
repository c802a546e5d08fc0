package io.plimsoll.jobs.refused;

import io.plimsoll.jobs.kafka.RefusedInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Gives refused records back to their topics, each once, and counts what was given back and what
 * cannot be, and why.
 */
public final class Resubmission {

  private final Predicate<RefusedInput> known;
  private final Consumer<RefusedInput> out;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Long> given = new TreeMap<>();
  private final Map<String, Long> kept = new TreeMap<>();

  /**
   * Nothing yet.
   *
   * @param known whether a record stood in an input partition that there is
   * @param out takes what is given back
   */
  public Resubmission(Predicate<RefusedInput> known, Consumer<RefusedInput> out) {
    this.known = known;
    this.out = out;
  }

  /** Gives a record back if it can be. */
  public void take(RefusedInput refused) {
    if (!known.test(refused)) {
      keep("stood in no partition of an input topic");
    } else if (!seen.add(refused.stood())) {
      keep("stand twice in the refusals, after a restart of the monitor");
    } else if (refused.value().isEmpty()) {
      keep(
          refused.whole()
              ? "have no value, and would only be refused again"
              : "have left no bytes, and their topic does not have them any more");
    } else if (!refused.whole()) {
      keep("were cut at 256 KiB, and their topic does not have them any more");
    } else {
      out.accept(refused);
      given.merge(refused.place() + ", " + refused.reason(), 1L, Long::sum);
    }
  }

  private void keep(String why) {
    kept.merge(why, 1L, Long::sum);
  }

  /** How many were given back. */
  public long given() {
    return given.values().stream().mapToLong(Long::longValue).sum();
  }

  /** A line for each partition and reason, then one for each cause why some cannot be. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    given.forEach((what, count) -> lines.add(what + ": " + count));
    kept.forEach((why, count) -> lines.add("not re-submitted: " + count + " that " + why));
    return lines;
  }
}
