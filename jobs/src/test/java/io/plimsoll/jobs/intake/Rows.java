package io.plimsoll.jobs.intake;

import io.plimsoll.jobs.market.Intake;
import io.plimsoll.risk.parameters.AssetParameters;
import io.plimsoll.risk.parameters.BarRules;
import io.plimsoll.risk.parameters.Category;
import io.plimsoll.risk.parameters.Execution;
import io.plimsoll.risk.parameters.ForecastRules;
import io.plimsoll.risk.parameters.GuardRules;
import io.plimsoll.risk.parameters.LevelRules;
import io.plimsoll.risk.parameters.RiskParameters;
import java.util.List;
import java.util.Map;

/** Rows typed in, checked under two assets: ETH at venue l2 from 10 to 10000 USD, USDC at main. */
public final class Rows {

  public static final RiskParameters PARAMETERS =
      new RiskParameters(
          BarRules.DEFAULTS,
          LevelRules.DEFAULTS,
          ForecastRules.DEFAULTS,
          60_000L,
          Execution.NONE,
          Map.of(
              "ETH",
              AssetParameters.defaults("ETH").withVenue("l2").withGuard(bounds(10, 10_000)),
              "USDC",
              AssetParameters.defaults("USDC")),
          Map.of("stable", new Category("stable", Category.GLOBAL_MARGIN_CALL, Map.of())));

  static final String PLACE = "rows.csv";
  static final long LINE = 7;
  static final long CLOCK = 1_600_000_000_000L;

  private Rows() {}

  private static GuardRules bounds(double minPrice, double maxPrice) {
    GuardRules d = GuardRules.DEFAULTS;
    return new GuardRules(
        d.maxAgeMs(),
        d.minSources(),
        d.maxDeviation(),
        d.confidenceMultiplier(),
        d.maxConfidence(),
        d.maxJump(),
        d.jumpConfirmationMs(),
        minPrice,
        maxPrice,
        d.maxFutureMs(),
        d.doubt(),
        d.halted());
  }

  /** Checks a row whose columns are all the kind has. */
  static Intake check(RowKind kind, String row) {
    return check(kind, String.join(",", kind.columns()), row);
  }

  /** Checks a row under a header; cells are split at commas. */
  static Intake check(RowKind kind, String header, String row) {
    Columns columns = Columns.of(kind, List.of(header.split(",", -1)));
    Cells cells = new Cells();
    for (String cell : row.split(",", -1)) {
      cells.add(cell);
    }
    return RowCheck.of(kind, PARAMETERS, columns, PLACE).check(cells, LINE, CLOCK);
  }
}
