package io.plimsoll.risk.mark;

import io.plimsoll.risk.parameters.GuardRules;
import java.util.Arrays;

/**
 * Derives an asset's mark and status from its latest quotes (risk model §2).
 *
 * <p>Holds scratch space: one instance a thread. The steps are numbered as in the model.
 */
public final class MarkPolicy {

  /** No quote expires and no claim falls due. */
  public static final long NOTHING_DUE = Long.MAX_VALUE;

  private double[] prices = new double[8];
  private double[] sorted = new double[8];
  private double[] confidences = new double[8];

  /**
   * Derives anew.
   *
   * @param state of the asset, with the instant's quotes put; holds the mark and status afterwards
   * @param rules of the asset
   * @param instant epoch milliseconds
   */
  public void derive(MarkState state, GuardRules rules, long instant) {
    state.quotes.dropOlderThan(rules.maxAgeMs(), instant); // 1
    state.status = rules.halted() ? MarkStatus.HALTED : judge(state, rules, instant);
    if (state.status == MarkStatus.HALTED) {
      state.endClaim();
    }
  }

  /** When the asset must be derived though no quote arrives, or {@link #NOTHING_DUE}. */
  public static long nextDue(MarkState state, GuardRules rules) {
    long due = NOTHING_DUE;
    if (state.quotes.size() > 0) {
      due = state.quotes.oldest() + rules.maxAgeMs() + 1;
    }
    if (state.claims()) {
      due = Math.min(due, state.claimInstant + rules.jumpConfirmationMs());
    }
    return due;
  }

  private MarkStatus judge(MarkState state, GuardRules rules, long instant) {
    Quotes quotes = state.quotes;
    int fresh = quotes.size();
    if (fresh < rules.minSources()) { // 2
      state.endClaim();
      return MarkStatus.STALE;
    }
    int survivors = 0;
    long newest = MarkState.NEVER;
    double median = medianOfAll(quotes);
    for (int i = 0; i < fresh; i++) { // 3
      double price = quotes.priceUsd(i);
      if (fresh < 3 || !(Math.abs(price / median - 1) > rules.maxDeviation())) {
        prices[survivors] = price;
        confidences[survivors] = quotes.confidenceUsd(i);
        newest = Math.max(newest, quotes.timestamp(i));
        survivors++;
      }
    }
    if (survivors < rules.minSources() || twoDisagree(fresh, rules)) {
      state.endClaim();
      return MarkStatus.DISPUTED;
    }
    if (survivors < fresh) {
      median = median(prices, survivors);
    }
    double halfWidth = median(confidences, survivors) * rules.confidenceMultiplier(); // 4
    if (halfWidth / median > rules.maxConfidence() || !Double.isFinite(median + halfWidth)) {
      state.endClaim(); // a mark that is no number could not be reckoned with
      return MarkStatus.DISPUTED;
    }
    if (jumps(state, rules, instant, median)) { // 5
      return MarkStatus.DISPUTED;
    }
    state.endClaim();
    state.marked = true; // 6
    state.mid = median;
    state.low = median - halfWidth;
    state.high = median + halfWidth;
    state.newestSurvivor = newest;
    return MarkStatus.OK;
  }

  private boolean twoDisagree(int fresh, GuardRules rules) {
    return fresh == 2
        && Math.abs(prices[0] - prices[1]) / Math.min(prices[0], prices[1]) > rules.maxDeviation();
  }

  /** Whether the median is a jump not to be believed yet; keeps the claim. */
  private static boolean jumps(MarkState state, GuardRules rules, long instant, double median) {
    boolean guarded = state.marked && instant - state.newestSurvivor <= rules.maxAgeMs();
    if (!guarded || !(Math.abs(median / state.mid - 1) > rules.maxJump())) {
      return false;
    }
    boolean sameClaim =
        state.claims() && !(Math.abs(median / state.claimedMedian - 1) > rules.maxJump());
    if (!sameClaim) {
      state.claimedMedian = median;
      state.claimInstant = instant;
    }
    return instant < state.claimInstant + rules.jumpConfirmationMs();
  }

  private double medianOfAll(Quotes quotes) {
    int n = quotes.size();
    if (n > prices.length) {
      prices = new double[n * 2];
      sorted = new double[n * 2];
      confidences = new double[n * 2];
    }
    for (int i = 0; i < n; i++) {
      prices[i] = quotes.priceUsd(i);
    }
    return median(prices, n);
  }

  /** Of an even number, the mean of the middle two. */
  private double median(double[] values, int n) {
    if (n == 1) {
      return values[0];
    }
    if (n == 2) {
      return (values[0] + values[1]) / 2;
    }
    System.arraycopy(values, 0, sorted, 0, n);
    Arrays.sort(sorted, 0, n);
    int middle = n / 2;
    return n % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
