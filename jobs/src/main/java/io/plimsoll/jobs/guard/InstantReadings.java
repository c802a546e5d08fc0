package io.plimsoll.jobs.guard;

import io.plimsoll.jobs.market.IndexReading;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.Quote;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.risk.mark.RatePolicy;
import io.plimsoll.risk.mark.RateState;
import io.plimsoll.risk.parameters.AssetParameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Applies the readings of one asset in one instant (risk model §1): refused rows drop out first;
 * then, of rows with one key, the higher sequence wins, one with a sequence beats one without, else
 * the last in file order. So the order of arrival does not matter.
 */
final class InstantReadings {

  /** Where a refused reading goes. */
  interface Refusals {
    void refuse(MarketEvent event, RefusalReason reason, String detail);
  }

  /** What wins comes last; an absent sequence is the lowest there is. */
  private static final Comparator<Quote> QUOTES =
      Comparator.comparingLong(Quote::sequence).thenComparing(Quote::origin);

  private final Refusals refusals;
  private final List<Quote> quotes = new ArrayList<>();
  private final List<IndexReading> indices = new ArrayList<>();
  private final List<VenueReading> stresses = new ArrayList<>();
  private boolean indexed;

  InstantReadings(Refusals refusals) {
    this.refusals = refusals;
  }

  /** Whether a quote was applied. */
  boolean quoted() {
    return !quotes.isEmpty();
  }

  /** Whether an index reading was applied. */
  boolean indexed() {
    return indexed;
  }

  /**
   * Applies an instant.
   *
   * @param events of which those from {@code from} and before {@code to} are the instant's
   */
  void apply(
      GuardState state,
      AssetParameters asset,
      long instant,
      List<MarketEvent> events,
      int from,
      int to) {
    part(events, from, to);
    for (VenueReading reading : stresses) {
      state.stress = reading.stress();
    }
    applyIndices(state, asset, instant);
    for (Quote quote : quotes) {
      state.mark.quotes.put(
          quote.source(), quote.priceUsd(), quote.confidenceUsd(), quote.instant());
    }
  }

  private void part(List<MarketEvent> events, int from, int to) {
    quotes.clear();
    indices.clear();
    stresses.clear();
    for (int i = from; i < to; i++) {
      MarketEvent event = events.get(i);
      if (event instanceof Quote quote) {
        quotes.add(quote);
      } else if (event instanceof IndexReading reading) {
        indices.add(reading);
      } else if (event instanceof VenueReading reading) {
        stresses.add(reading);
      }
    }
    if (quotes.size() > 1) {
      quotes.sort(QUOTES);
    }
    if (indices.size() > 1) {
      indices.sort(Comparator.comparing(IndexReading::origin));
    }
    if (stresses.size() > 1) {
      stresses.sort(Comparator.comparing(VenueReading::origin));
    }
  }

  private void applyIndices(GuardState state, AssetParameters asset, long instant) {
    indexed = false;
    RateState rates = state.rates;
    double maxStep = asset.rates().maxIndexStep();
    double rate = Double.NaN;
    double index = Double.NaN;
    for (IndexReading reading : indices) {
      if (RatePolicy.stepsTooFar(reading.exchangeRate(), rates.toldRate, asset.rates())) {
        refuseStep(reading, "exchange_rate", reading.exchangeRate(), rates.toldRate, maxStep);
      } else if (RatePolicy.stepsTooFar(reading.borrowIndex(), rates.toldIndex, asset.rates())) {
        refuseStep(reading, "borrow_index", reading.borrowIndex(), rates.toldIndex, maxStep);
      } else {
        indexed = true;
        rate = Double.isNaN(reading.exchangeRate()) ? rate : reading.exchangeRate();
        index = Double.isNaN(reading.borrowIndex()) ? index : reading.borrowIndex();
      }
    }
    if (!Double.isNaN(rate)) {
      RatePolicy.tellRate(rates, rate, instant);
    }
    if (!Double.isNaN(index)) {
      RatePolicy.tellIndex(rates, index);
    }
  }

  private void refuseStep(
      IndexReading reading, String name, double value, double before, double maxStep) {
    refusals.refuse(
        reading,
        RefusalReason.OUT_OF_BOUNDS,
        name
            + " "
            + value
            + " differs from the last accepted one, "
            + before
            + ", by more than maxIndexStep "
            + maxStep);
  }
}
