package io.plimsoll.jobs.terminal;

import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.readback.StateLine;
import io.plimsoll.risk.level.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The market as far as its files have been read. For one thread. */
final class MarketView {

  private static final int LAST_EVENTS = 20;

  private final Map<String, AssetView> assets = new LinkedHashMap<>();
  private final Map<Level, Long> accounts = new EnumMap<>(Level.class);
  private final Deque<EventLine> lastEvents = new ArrayDeque<>();
  private long events;
  private long rows;
  private long instant = Long.MIN_VALUE;

  void show(StateLine state) {
    AssetView known = assets.get(state.asset());
    if (known == null) {
      assets.put(state.asset(), new AssetView(state));
    } else {
      known.show(state);
    }
    instant = Math.max(instant, state.instant());
    rows++;
  }

  void show(EventLine event) {
    accounts.merge(event.from(), -1L, Long::sum);
    accounts.merge(event.to(), 1L, Long::sum);
    if (lastEvents.size() == LAST_EVENTS) {
      lastEvents.removeFirst();
    }
    lastEvents.addLast(event);
    events++;
    rows++;
    instant = Math.max(instant, event.instant());
  }

  boolean isEmpty() {
    return instant == Long.MIN_VALUE;
  }

  /** The latest instant read. */
  long instant() {
    return instant;
  }

  /** In the order in which they got their marks. */
  Map<String, AssetView> assets() {
    return assets;
  }

  /** Accounts that came to this level less those that left it; all began at SAFE. */
  long accounts(Level level) {
    return accounts.getOrDefault(level, 0L);
  }

  /** Lines read of either file. */
  long rows() {
    return rows;
  }

  long events() {
    return events;
  }

  /** The latest last. */
  List<EventLine> lastEvents(int count) {
    List<EventLine> latest = lastEvents.stream().toList();
    return latest.subList(Math.max(0, latest.size() - count), latest.size());
  }
}
