package io.plimsoll.jobs.guard;

import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.risk.mark.MarkState;
import io.plimsoll.risk.mark.RateState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the guard keeps of one asset. Mutable. */
final class GuardState {

  /** Not among {@link DueAssets}. */
  static final int NOWHERE = -1;

  private static final Comparator<MarketEvent> BY_INSTANT =
      Comparator.comparingLong(MarketEvent::instant);

  final String asset;

  /** Events of instants not over yet; as many as the sources run ahead. */
  final List<MarketEvent> pending = new ArrayList<>();

  /** The latest instant that waits: what comes at or after it is in order. */
  private long lastPending = Long.MIN_VALUE;

  private boolean unordered;

  final MarkState mark = new MarkState();
  final RateState rates = new RateState();

  /** Latest stress of the asset's venue; 0 without one. */
  double stress;

  /** The bar that closes next, epoch milliseconds; of meaning once there is a mark. */
  long nextBarClose = Long.MAX_VALUE;

  /**
   * Watermark of the last checkpoint: instants up to it are over, whatever the parameters say now.
   */
  long overUpTo = Long.MIN_VALUE;

  /** When something next happens to the asset, and its place by it; {@link DueAssets}' own. */
  long next = Long.MAX_VALUE;

  int place = NOWHERE;

  GuardState(String asset) {
    this.asset = asset;
  }

  /** Lets an event wait for its instant. */
  void await(MarketEvent event) {
    long instant = event.instant();
    unordered |= instant < lastPending;
    lastPending = Math.max(lastPending, instant);
    pending.add(event);
  }

  /** What waits, by instant; events of one instant in order of arrival. */
  List<MarketEvent> inOrder() {
    if (unordered) {
      pending.sort(BY_INSTANT);
      unordered = false;
    }
    return pending;
  }

  /** Forgets the first events in order. */
  void forget(int events) {
    if (events == pending.size()) {
      pending.clear();
      lastPending = Long.MIN_VALUE;
    } else {
      pending.subList(0, events).clear();
    }
  }
}
