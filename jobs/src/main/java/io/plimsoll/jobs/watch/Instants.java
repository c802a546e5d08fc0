package io.plimsoll.jobs.watch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;

/** What has come in for instants that are not over yet, by instant. Mutable. */
final class Instants<T> implements Iterable<T> {

  /** No instant is waited for. */
  static final long NONE = Long.MAX_VALUE;

  private final TreeMap<Long, List<T>> byInstant = new TreeMap<>();

  void add(long instant, T event) {
    byInstant.computeIfAbsent(instant, t -> new ArrayList<>()).add(event);
  }

  /** The earliest instant, or {@link #NONE}. */
  long first() {
    return byInstant.isEmpty() ? NONE : byInstant.firstKey();
  }

  /** Takes what belongs to an instant; empty if nothing does. */
  List<T> take(long instant) {
    List<T> events = byInstant.remove(instant);
    return events == null ? List.of() : events;
  }

  /** All that waits, in event-time order. */
  @Override
  public Iterator<T> iterator() {
    return byInstant.values().stream().flatMap(List::stream).iterator();
  }
}
