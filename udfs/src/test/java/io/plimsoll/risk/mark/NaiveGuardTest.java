package io.plimsoll.risk.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.Seeds;
import io.plimsoll.risk.parameters.GuardRules;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The guard against its slow twin, on quotes of a market that misbehaves. */
class NaiveGuardTest {

  private static final int MARKETS = 400;
  private static final int EVENTS = 120;

  private final SplittableRandom random = Seeds.random();
  private final Map<MarkStatus, Integer> seen = new EnumMap<>(MarkStatus.class);

  @Test
  void theGuardFindsWhatTheWholeHistorySays() {
    for (int market = 0; market < MARKETS; market++) {
      watch(market);
    }
    assertThat(seen).as("every status was met").containsOnlyKeys(MarkStatus.values());
    assertThat(seen.values()).allMatch(n -> n > EVENTS);
  }

  private void watch(int market) {
    GuardRules rules = rules();
    NaiveGuard twin = new NaiveGuard(rules);
    MarkState state = new MarkState();
    MarkPolicy policy = new MarkPolicy();
    long now = 1_000_000;
    double level = 100;
    for (int i = 0; i < EVENTS; i++) {
      long due = MarkPolicy.nextDue(state, rules);
      long next = now + 1 + random.nextLong(rules.maxAgeMs());
      boolean falls = due <= next;
      now = falls ? Math.max(due, now) : next;
      if (!falls || random.nextInt(4) == 0) {
        level *= random.nextInt(8) == 0 ? jump() : 1;
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
          NaiveGuard.Heard quote = quote(level, now);
          twin.hear(quote);
          state.quotes.put(quote.source(), quote.price(), quote.confidence(), quote.time());
        }
      }
      policy.derive(state, rules, now);
      NaiveGuard.Finding finding = twin.derive(now);
      String where = Seeds.round(market) + ", event " + i + ", rules " + rules;
      assertThat(state.status).as(where).isEqualTo(finding.status());
      assertThat(MarkPolicy.nextDue(state, rules)).as(where).isEqualTo(twin.nextDue(now));
      compareMarks(state, twin.lastOk(), where);
      seen.merge(state.status, 1, Integer::sum);
    }
  }

  private static void compareMarks(MarkState state, NaiveGuard.Finding ok, String where) {
    assertThat(state.marked).as(where).isEqualTo(ok != null);
    if (ok != null) {
      assertThat(state.mid).as(where).isEqualTo(ok.median());
      assertThat(state.low).as(where).isEqualTo(ok.median() - ok.halfWidth());
      assertThat(state.high).as(where).isEqualTo(ok.median() + ok.halfWidth());
    }
  }

  private NaiveGuard.Heard quote(double level, long now) {
    double noise = random.nextInt(6) == 0 ? 0.2 : 0.01;
    double price = level * (1 + noise * (random.nextDouble() - 0.5));
    double width = random.nextInt(3) == 0 ? price * 0.06 * random.nextDouble() : 0;
    String source = "source-" + random.nextInt(5);
    return new NaiveGuard.Heard(source, price, width, now - random.nextLong(200));
  }

  private double jump() {
    return random.nextBoolean() ? 1.15 + random.nextDouble() : 0.3 + random.nextDouble() / 2;
  }

  private GuardRules rules() {
    return new GuardRules(
        500 + random.nextInt(1_500),
        1 + random.nextInt(3),
        0.02 + 0.1 * random.nextDouble(),
        random.nextInt(3),
        0.02 + 0.05 * random.nextDouble(),
        random.nextInt(4) == 0 ? GuardRules.NO_LIMIT : 0.05 + 0.2 * random.nextDouble(),
        random.nextInt(5) == 0 ? 0 : random.nextInt(3_000),
        0,
        GuardRules.NO_LIMIT,
        0,
        BigDecimal.ZERO,
        random.nextInt(12) == 0);
  }
}
