package io.plimsoll.jobs;

import io.plimsoll.jobs.market.IndexReading;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.jobs.market.Quote;
import io.plimsoll.jobs.market.SettingsUpdate;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.jobs.market.VenueStatus;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.account.Settings;
import io.plimsoll.risk.parameters.AssetParameters;
import io.plimsoll.risk.parameters.BarRules;
import io.plimsoll.risk.parameters.Execution;
import io.plimsoll.risk.parameters.ForecastRules;
import io.plimsoll.risk.parameters.LevelRules;
import io.plimsoll.risk.parameters.MarginRules;
import io.plimsoll.risk.parameters.RiskParameters;
import java.math.BigDecimal;
import java.util.Map;

/** The words in which the operators' tests speak. Times are seconds after {@link #T0}. */
public final class Fixture {

  /** A multiple of every bar interval used. */
  public static final long T0 = 1_700_000_400_000L;

  private static long line = 1;

  private Fixture() {}

  public static long at(double seconds) {
    return T0 + Math.round(seconds * 1000);
  }

  /** ETH and USDC with thresholds 0.8 and 0.9, one-minute bars, all else by default. */
  public static RiskParameters parameters() {
    return parameters(asset("ETH", "0.8"), asset("USDC", "0.9"));
  }

  public static RiskParameters parameters(AssetParameters... assets) {
    Map<String, AssetParameters> byName = new java.util.HashMap<>();
    for (AssetParameters asset : assets) {
      byName.put(asset.asset(), asset);
    }
    return new RiskParameters(
        BarRules.DEFAULTS,
        LevelRules.DEFAULTS,
        ForecastRules.DEFAULTS,
        RiskParameters.DEFAULT_CANDLE_INTERVAL_MS,
        Execution.NONE,
        byName,
        Map.of());
  }

  /** The same parameters, but for their bars. */
  public static RiskParameters withBars(BarRules bars, RiskParameters of) {
    return new RiskParameters(
        bars,
        of.levels(),
        of.forecast(),
        of.candleIntervalMs(),
        of.execution(),
        of.assets(),
        of.categories());
  }

  /** The same parameters, with liquidations carried out on paper. */
  public static RiskParameters onPaper(RiskParameters of) {
    return new RiskParameters(
        of.bars(),
        of.levels(),
        of.forecast(),
        of.candleIntervalMs(),
        Execution.PAPER,
        of.assets(),
        of.categories());
  }

  public static AssetParameters asset(String name, String threshold) {
    return AssetParameters.defaults(name)
        .withMargin(MarginRules.DEFAULTS.withLiquidationThreshold(new BigDecimal(threshold)));
  }

  public static Quote quote(double seconds, String asset, double price) {
    return quote(seconds, asset, "", price, Origin.NO_SEQUENCE);
  }

  public static Quote quote(
      double seconds, String asset, String source, double price, long sequence) {
    return new Quote(
        new Origin("quotes.csv", ++line, ""), at(seconds), asset, source, price, 0, sequence);
  }

  public static IndexReading rate(double seconds, String asset, double exchangeRate) {
    return new IndexReading(
        new Origin("indices.csv", ++line, "rate"), at(seconds), asset, exchangeRate, Double.NaN);
  }

  public static VenueReading stress(double seconds, String venue, double stress) {
    return new VenueReading(
        new Origin("stress.csv", ++line, ""), at(seconds), venue, stress, VenueStatus.UNTOLD);
  }

  public static VenueReading status(double seconds, String venue, VenueStatus status) {
    return new VenueReading(
        new Origin("stress.csv", ++line, ""), at(seconds), venue, Double.NaN, status);
  }

  public static PositionUpdate position(
      double seconds, String account, String asset, Kind kind, String amount) {
    return position(seconds, seconds, account, asset, kind, amount, Origin.NO_SEQUENCE);
  }

  /** A row of its own time that is applied at an instant. */
  public static PositionUpdate position(
      double instant,
      double timestamp,
      String account,
      String asset,
      Kind kind,
      String amount,
      long sequence) {
    return new PositionUpdate(
        new Origin("positions.csv", ++line, account + ' ' + amount),
        at(instant),
        at(timestamp),
        account,
        "main",
        asset,
        kind,
        new BigDecimal(amount),
        BigDecimal.ZERO,
        sequence);
  }

  public static SettingsUpdate settings(double seconds, String account, Settings settings) {
    return new SettingsUpdate(
        new Origin("accounts.csv", ++line, account), at(seconds), at(seconds), account, settings);
  }
}
