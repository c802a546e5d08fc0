package io.plimsoll.jobs.watch;

import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.terms.Figures;
import io.plimsoll.risk.terms.LiquidationTerms;
import io.plimsoll.risk.terms.NoTerms;
import io.plimsoll.risk.terms.PerpetualTerms;
import io.plimsoll.risk.terms.SpotTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Margin events of every form, for whoever writes and reads them. */
public final class SampleEvents {

  private static final long T = 1_583_020_800_000L;

  private static final Figures USUAL =
      new Figures(
          0.9922,
          14_883,
          15_000,
          18_150,
          15_000,
          3_150,
          0.826,
          Map.of("ETH", 1829.268),
          Map.of("ETH", 1815.0));

  private static final Figures WITHOUT_LIABILITIES =
      new Figures(Double.POSITIVE_INFINITY, 1, 0, 1, 0, 1, Double.NaN, Map.of(), Map.of());

  private static final Figures WITH_ASSETS_BELOW_ZERO =
      new Figures(
          Double.NEGATIVE_INFINITY, -1, 0, 0, -0.0, Double.MIN_VALUE, 0, Map.of(), Map.of());

  private static final LiquidationTerms SPOT =
      new SpotTerms(
          "main",
          "USDC",
          new BigDecimal("4587.301587301587301587"),
          4587.3015873015875,
          "l2",
          "\uD83D\uDEA2",
          new BigDecimal("2.653810835629017447"),
          229.365,
          22.9365,
          Double.POSITIVE_INFINITY);

  private SampleEvents() {}

  /** Every level, kind of terms and ratio that there is. */
  public static List<MarginEvent> all() {
    List<MarginEvent> all = new ArrayList<>();
    for (Level level : Level.values()) {
      all.add(event(Level.SAFE, level, List.of(), USUAL, NoTerms.NONE));
    }
    List<String> doubts = List.of("ETH", "venue \uD83D\uDEA2");
    all.add(event(Level.LIQUIDATABLE, Level.LIQUIDATABLE, doubts, USUAL, SPOT));
    all.add(closing(Kind.LONG, 1730.0));
    all.add(closing(Kind.SHORT, Double.NaN));
    all.add(event(Level.INSOLVENT, Level.SAFE, List.of(), WITHOUT_LIABILITIES, NoTerms.NONE));
    all.add(event(Level.SAFE, Level.INSOLVENT, List.of(), WITH_ASSETS_BELOW_ZERO, NoTerms.NONE));
    return all;
  }

  /** A liquidation by any terms. */
  public static MarginEvent liquidation(LiquidationTerms terms) {
    return event(Level.SAFE, Level.LIQUIDATABLE, List.of(), USUAL, terms);
  }

  private static MarginEvent closing(Kind kind, double bankruptcyPrice) {
    BigDecimal amount = new BigDecimal("0.000000000000000001");
    return liquidation(new PerpetualTerms("", "ETH", kind, amount, bankruptcyPrice, 1.05));
  }

  private static MarginEvent event(
      Level from, Level to, List<String> doubts, Figures figures, LiquidationTerms terms) {
    return new MarginEvent(
        MarginEvent.id("alice/main", T, to), "alice/main", T, from, to, doubts, figures, terms);
  }
}
