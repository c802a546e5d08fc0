package io.plimsoll.risk.volatility;

import io.plimsoll.risk.mark.RatePolicy;
import io.plimsoll.risk.parameters.BarRules;

/**
 * Windowed volatility of one asset, stepped at each bar close (risk model §3).
 *
 * <p>EWMA after RiskMetrics, spread over skipped bars: {@code v ← λⁿ·v + (1 − λⁿ)·r²/n}. Realised:
 * root of the sum of squared returns over the window, a year. Volatilities are fractions a year.
 *
 * <p>{@code StrictMath}, because the load factor that follows enters exact decisions: its last bit
 * must not hang on the processor.
 */
public final class VolatilityPolicy {

  private final BarRules rules;
  private final double barMs;

  /** λ, the weight of yesterday's variance after one bar. */
  private final double lambda;

  public VolatilityPolicy(BarRules rules) {
    this.rules = rules;
    this.barMs = rules.intervalMs();
    this.lambda = StrictMath.pow(2.0, -barMs / rules.halfLifeMs());
  }

  /**
   * Closes a bar.
   *
   * @param state of the asset; holds σ afterwards
   * @param referenceVolatility σ_ref of the asset
   * @param instant of the close, epoch milliseconds
   * @param mid after the quotes of the instant
   * @param ok whether the asset's mark is OK; else the bar is skipped and σ stays
   */
  public void closeBar(
      VolatilityState state, double referenceVolatility, long instant, double mid, boolean ok) {
    if (!state.hasReturn) {
      state.volatility = referenceVolatility;
    }
    state.barsSinceClose++;
    if (!ok) {
      return;
    }
    if (state.firstCloseInstant == VolatilityState.NEVER) {
      state.firstCloseInstant = instant;
      state.variance = referenceVolatility * referenceVolatility * barMs / RatePolicy.YEAR_MS;
    } else {
      takeReturn(state, instant, logReturn(mid, state.lastClose));
    }
    state.lastClose = mid;
    state.barsSinceClose = 0;
  }

  private void takeReturn(VolatilityState state, long instant, double logReturn) {
    double bars = state.barsSinceClose;
    double lambdaToTheN = StrictMath.pow(lambda, bars);
    double squared = logReturn * logReturn;
    state.variance = lambdaToTheN * state.variance + (1 - lambdaToTheN) * squared / bars;
    state.dropUpTo(instant - rules.windowMs());
    state.addReturn(instant, squared);
    state.hasReturn = true;
    state.volatility =
        switch (rules.estimator()) {
          case EWMA -> ewma(state);
          case REALISED -> realised(state, instant);
          case MAX -> Math.max(ewma(state), realised(state, instant));
        };
  }

  /** Finite for any two prices: their quotient may leave the range of doubles, a logarithm not. */
  private static double logReturn(double mid, double lastClose) {
    double ratio = mid / lastClose;
    return ratio >= Double.MIN_NORMAL && ratio <= Double.MAX_VALUE
        ? StrictMath.log(ratio)
        : StrictMath.log(mid) - StrictMath.log(lastClose);
  }

  private double ewma(VolatilityState state) {
    return Math.sqrt(state.variance * RatePolicy.YEAR_MS / barMs);
  }

  private double realised(VolatilityState state, long instant) {
    // Summed anew: a running sum would drift, and then depend on where a restart began it.
    double sum = 0;
    for (int i = 0; i < state.returns(); i++) {
      sum += state.squaredReturn(i);
    }
    double windowMs = Math.min(rules.windowMs(), instant - state.firstCloseInstant);
    return Math.sqrt(sum * RatePolicy.YEAR_MS / windowMs);
  }
}
