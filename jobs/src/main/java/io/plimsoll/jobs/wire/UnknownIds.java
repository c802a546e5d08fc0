package io.plimsoll.jobs.wire;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Ids that a registry did not have when it was asked last. For a moment it is not asked again: a
 * topic full of records with one unknown id must not become as many requests. Not for longer, for a
 * schema may be registered at any time. Not thread-safe.
 */
final class UnknownIds {

  /** For how long an answer of none holds. */
  static final Duration HOLDS = Duration.ofSeconds(1);

  /** How many are known at most; beyond that the one asked for longest ago is forgotten. */
  static final int MOST = 1024;

  private final LongSupplier nanoTime;

  /** When each was asked for, the longest ago first. */
  private final Map<Integer, Long> asked = new LinkedHashMap<>();

  /**
   * None yet.
   *
   * @param nanoTime as {@link System#nanoTime}
   */
  UnknownIds(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Whether the registry has just said that it has no such schema. */
  boolean contains(int id) {
    Long at = asked.get(id);
    return at != null && nanoTime.getAsLong() - at < HOLDS.toNanos();
  }

  /** Notes that the registry has just said so. */
  void add(int id) {
    asked.remove(id); // what is asked for again moves to the end
    if (asked.size() == MOST) {
      Iterator<Integer> oldest = asked.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    asked.put(id, nanoTime.getAsLong());
  }

  int size() {
    return asked.size();
  }
}
