package io.plimsoll.jobs.guard;

import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.risk.mark.MarkState;
import io.plimsoll.risk.mark.RateState;
import java.util.ArrayList;
import java.util.List;

/** What the guard keeps of one asset. Mutable. */
final class GuardState {

  final String asset;

  /** Events of instants not over yet, in order of arrival; as many as the sources run ahead. */
  final List<MarketEvent> pending = new ArrayList<>();

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

  GuardState(String asset) {
    this.asset = asset;
  }
}
