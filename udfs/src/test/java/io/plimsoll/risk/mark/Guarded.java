package io.plimsoll.risk.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.parameters.GuardRules;
import java.math.BigDecimal;

/** One guarded asset as a scenario writes it. Times are milliseconds, maxAge is 1000 of them. */
final class Guarded {

  static final long MAX_AGE = 1_000;

  final MarkState state = new MarkState();
  private final MarkPolicy policy = new MarkPolicy();
  private int minSources = 1;
  private double maxDeviation = 0.25;
  private double confidenceMultiplier = 1;
  private double maxConfidence = 0.125;
  private double maxJump = GuardRules.NO_LIMIT;
  private long jumpConfirmation = 300;
  private boolean halted;

  Guarded minSources(int n) {
    minSources = n;
    return this;
  }

  Guarded maxDeviation(double share) {
    maxDeviation = share;
    return this;
  }

  Guarded confidence(double multiplier, double limit) {
    confidenceMultiplier = multiplier;
    maxConfidence = limit;
    return this;
  }

  Guarded maxJump(double share, long confirmation) {
    maxJump = share;
    jumpConfirmation = confirmation;
    return this;
  }

  Guarded halted(boolean value) {
    halted = value;
    return this;
  }

  GuardRules rules() {
    return new GuardRules(
        MAX_AGE,
        minSources,
        maxDeviation,
        confidenceMultiplier,
        maxConfidence,
        maxJump,
        jumpConfirmation,
        0,
        GuardRules.NO_LIMIT,
        0,
        new BigDecimal("0.25"),
        halted);
  }

  /** A quote that is put, but not derived from yet. */
  Guarded says(String source, double price, double confidence, long time) {
    state.quotes.put(source, price, confidence, time);
    return this;
  }

  Guarded says(String source, double price, long time) {
    return says(source, price, 0, time);
  }

  /** Sources a, b, c … quote these prices at an instant, which is then derived. */
  Guarded quotes(long instant, double... prices) {
    for (int i = 0; i < prices.length; i++) {
      says(String.valueOf((char) ('a' + i)), prices[i], instant);
    }
    return at(instant);
  }

  Guarded at(long instant) {
    policy.derive(state, rules(), instant);
    return this;
  }

  Guarded is(MarkStatus status) {
    assertThat(state.status).isEqualTo(status);
    return this;
  }

  Guarded isOkAt(double mid) {
    assertThat(state.mid).isEqualTo(mid);
    return is(MarkStatus.OK);
  }

  Guarded mid(double mid) {
    assertThat(state.mid).isEqualTo(mid);
    return this;
  }

  Guarded nextDue(long instant) {
    assertThat(MarkPolicy.nextDue(state, rules())).isEqualTo(instant);
    return this;
  }
}
