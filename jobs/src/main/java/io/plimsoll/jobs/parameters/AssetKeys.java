package io.plimsoll.jobs.parameters;

import io.plimsoll.risk.parameters.AssetParameters;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** The keys of one asset (risk model §11, "Per asset"). */
final class AssetKeys {

  /** The time of an anchor that is the first rate told. */
  static final long NO_ANCHOR = Long.MIN_VALUE;

  private static final AssetParameters DEFAULTS = AssetParameters.defaults("any");

  static final Key<AssetParameters, BigDecimal> LIQUIDATION_THRESHOLD =
      key(
          "liquidationThreshold",
          new DecimalNotation(Range.FRACTION),
          a -> a.margin().liquidationThreshold(),
          "fraction",
          "§5",
          "share of its value as collateral that counts against debt; 0 makes it no collateral");

  static final Key<AssetParameters, BigDecimal> LOAN_TO_VALUE =
      key(
              "loanToValue",
              new DecimalNotation(Range.FRACTION),
              a -> a.margin().loanToValue(),
              "fraction",
              "§4",
              "share of its value that may be borrowed against when a loan is opened")
          .or("0.9·liquidationThreshold");

  static final Key<AssetParameters, BigDecimal> BONUS =
      key(
          "bonus",
          new DecimalNotation(Range.atLeast(0)),
          a -> a.margin().bonus(),
          "fraction",
          "§7",
          "what a liquidator gets on top of what he repays; too low and nobody liquidates,"
              + " too high and a seizure makes the account worse (`liquidationThreshold·(1 +"
              + " bonus)` is at most 1)");

  static final Key<AssetParameters, BigDecimal> PROTOCOL_FEE =
      key(
          "protocolFee",
          new DecimalNotation(Range.FRACTION),
          a -> a.margin().protocolFee(),
          "fraction",
          "§7",
          "share of the bonus that goes to the protocol");

  static final Key<AssetParameters, BigDecimal> BORROW_FACTOR =
      key(
          "borrowFactor",
          new DecimalNotation(Range.ABOVE_ZERO_UP_TO_ONE),
          a -> a.margin().borrowFactor(),
          "fraction",
          "§5",
          "a debt in the asset counts at its value over this");

  static final Key<AssetParameters, BigDecimal> MAINTENANCE_MARGIN =
      key(
          "maintenanceMargin",
          new DecimalNotation(Range.FRACTION),
          a -> a.margin().maintenanceMargin(),
          "fraction",
          "§4",
          "margin that a perpetual needs, of its value, at load factor 1");

  static final Key<AssetParameters, BigDecimal> MAINTENANCE_MAX =
      key(
          "maintenanceMax",
          new DecimalNotation(Range.FRACTION),
          a -> a.margin().maintenanceMax(),
          "fraction",
          "§4",
          "ceiling of the maintenance margin when the load factor raises it");

  static final Key<AssetParameters, BigDecimal> HEDGE_HAIRCUT =
      key(
          "hedgeHaircut",
          new DecimalNotation(Range.FRACTION),
          a -> a.margin().hedgeHaircut(),
          "fraction",
          "§5",
          "liability left, of its value, when spot and perpetual of a NETTED account hedge"
              + " each other");

  static final Key<AssetParameters, BigDecimal> CLOSING_FEE =
      key(
          "closingFee",
          new DecimalNotation(Range.FRACTION),
          a -> a.margin().closingFee(),
          "fraction",
          "§7",
          "lost, of its value, when a perpetual is closed");

  static final Key<AssetParameters, Long> MAX_AGE =
      key(
          "maxAge",
          new DurationNotation(true),
          a -> a.guard().maxAgeMs(),
          "duration",
          "§2",
          "a quote older than this is not fresh; below the heartbeat of the slowest source"
              + " the asset is STALE between its quotes, far above it a dead source is believed");

  static final Key<AssetParameters, Integer> MIN_SOURCES =
      key(
          "minSources",
          new CountNotation(),
          a -> a.guard().minSources(),
          "sources",
          "§2",
          "fresh sources needed for a mark");

  static final Key<AssetParameters, Double> MAX_DEVIATION =
      key(
          "maxDeviation",
          new DoubleNotation(Range.atLeast(0)),
          a -> a.guard().maxDeviation(),
          "fraction",
          "§2",
          "distance from the median at which a source is dropped, and of two sources at"
              + " which neither is believed");

  static final Key<AssetParameters, Double> CONFIDENCE_MULTIPLIER =
      key(
          "confidenceMultiplier",
          new DoubleNotation(Range.atLeast(0)),
          a -> a.guard().confidenceMultiplier(),
          "factor",
          "§2",
          "from the confidence that a source tells to the half-width of the mark");

  static final Key<AssetParameters, Double> MAX_CONFIDENCE =
      key(
          "maxConfidence",
          new DoubleNotation(Range.atLeast(0)),
          a -> a.guard().maxConfidence(),
          "fraction",
          "§2",
          "half-width of the mark, of its mid, above which the asset is DISPUTED");

  static final Key<AssetParameters, Double> MAX_JUMP =
      key(
              "maxJump",
              new DoubleNotation(Range.ABOVE_ZERO),
              a -> a.guard().maxJump(),
              "fraction",
              "§2",
              "jump of the median that is not believed before it has stood for `jumpConfirmation`")
          .orNone("absent: every jump is believed");

  static final Key<AssetParameters, Long> JUMP_CONFIRMATION =
      key(
          "jumpConfirmation",
          new DurationNotation(true),
          a -> a.guard().jumpConfirmationMs(),
          "duration",
          "§2",
          "how long a jump must stand; the time by which a real crash is seen late");

  static final Key<AssetParameters, Double> MIN_PRICE =
      key(
          "minPrice",
          new DoubleNotation(Range.atLeast(0)),
          a -> a.guard().minPrice(),
          "USD",
          "§1",
          "lowest price accepted");

  static final Key<AssetParameters, Double> MAX_PRICE =
      key(
              "maxPrice",
              new DoubleNotation(Range.ABOVE_ZERO),
              a -> a.guard().maxPrice(),
              "USD",
              "§1",
              "highest price accepted; at least `minPrice`")
          .orNone("absent: no limit");

  static final Key<AssetParameters, Long> MAX_FUTURE =
      key(
          "maxFuture",
          new DurationNotation(true),
          a -> a.guard().maxFutureMs(),
          "duration",
          "§1",
          "live: how far a quote may run ahead of the time its record was written before it is refused as FUTURE");

  static final Key<AssetParameters, BigDecimal> DOUBT =
      key(
          "doubt",
          new DecimalNotation(Range.fromTo(0, 10)),
          a -> a.guard().doubt(),
          "fraction",
          "§2",
          "while the asset is not OK, its price is taken this much better for the account"
              + " before anyone is liquidated; 0 liquidates on the last believed mark");

  static final Key<AssetParameters, Double> REFERENCE_VOLATILITY =
      key(
          "referenceVolatility",
          new DoubleNotation(Range.ABOVE_ZERO),
          a -> a.loadFactor().referenceVolatility(),
          "fraction a year",
          "§3",
          "σ_ref: volatility above which thresholds tighten, and the volatility before the"
              + " first return");

  static final Key<AssetParameters, Double> SENSITIVITY =
      key(
          "sensitivity",
          new DoubleNotation(Range.atLeast(0)),
          a -> a.loadFactor().sensitivity(),
          "factor",
          "§4",
          "κ: how strongly volatility above the reference tightens; 0: not at all");

  static final Key<AssetParameters, Double> STRESS_SENSITIVITY =
      key(
          "stressSensitivity",
          new DoubleNotation(Range.FRACTION),
          a -> a.loadFactor().stressSensitivity(),
          "factor",
          "§4",
          "η: how strongly stress of the network tightens; 0: not at all");

  static final Key<AssetParameters, Double> MIN_LOAD_FACTOR =
      key(
          "minLoadFactor",
          new DoubleNotation(Range.ABOVE_ZERO_UP_TO_ONE),
          a -> a.loadFactor().minLoadFactor(),
          "fraction",
          "§4",
          "gMin: floor of the load factor, which multiplies every threshold of the asset");

  static final Key<AssetParameters, Double> TIGHTEN_PER_HOUR =
      key(
          "tightenPerHour",
          new DoubleNotation(Range.atLeast(0)),
          a -> a.loadFactor().tightenPerHour(),
          "fraction an hour",
          "§4",
          "largest fall of the load factor; too fast and people cannot act in time, too"
              + " slow and it comes after the crash");

  static final Key<AssetParameters, Double> RELAX_PER_HOUR =
      key(
          "relaxPerHour",
          new DoubleNotation(Range.atLeast(0)),
          a -> a.loadFactor().relaxPerHour(),
          "fraction an hour",
          "§4",
          "largest rise of the load factor");

  static final Key<AssetParameters, Double> DEPTH_PER_WINDOW =
      key(
              "depthPerWindow",
              new DoubleNotation(Range.ABOVE_ZERO),
              AssetParameters::depthPerWindowUsd,
              "USD",
              "§8",
              "value of the asset that may be seized in any `depthWindow`")
          .orNone("absent: no limit");

  static final Key<AssetParameters, String> VENUE =
      key(
          "venue",
          new NameNotation("a venue's name"),
          AssetParameters::venue,
          "name",
          "§5",
          "where its positions stand unless they say otherwise, and whose network stress it feels");

  static final Key<AssetParameters, Double> MAX_RATE_GROWTH =
      key(
              "maxRateGrowth",
              new DoubleNotation(Range.atLeast(0)),
              a -> a.rates().maxRateGrowth(),
              "fraction a year",
              "§5",
              "fastest believed growth of the exchange rate of a yield-bearing asset over"
                  + " its anchor")
          .orNone("absent: no cap");

  static final Key<AssetParameters, Double> ANCHOR_RATE =
      key(
              "anchorRate",
              new DoubleNotation(Range.ABOVE_ZERO),
              a -> a.rates().anchorRate(),
              "units of the underlying",
              "§5",
              "exchange rate from which growth is counted; together with `anchorTime`")
          .orNone("absent: the first told");

  static final Key<AssetParameters, Long> ANCHOR_TIME =
      key(
              "anchorTime",
              new InstantNotation(),
              a -> a.rates().anchored() ? a.rates().anchorTimeMs() : NO_ANCHOR,
              "instant",
              "§5",
              "when the anchor rate held; together with `anchorRate`")
          .orNone("absent: when the first was told");

  static final Key<AssetParameters, Double> MAX_INDEX_STEP =
      key(
          "maxIndexStep",
          new DoubleNotation(Range.atLeast(0)),
          a -> a.rates().maxIndexStep(),
          "fraction",
          "§1",
          "largest step between two readings of an exchange rate or borrow index; a larger"
              + " one is refused");

  static final Key<AssetParameters, Boolean> HALTED =
      key(
          "halted",
          new FlagNotation(),
          a -> a.guard().halted(),
          "flag",
          "§2",
          "the status is HALTED whatever the quotes say");

  /** In the order of the risk model. */
  static final List<Key<AssetParameters, ?>> TABLE =
      List.of(
          LIQUIDATION_THRESHOLD,
          LOAN_TO_VALUE,
          BONUS,
          PROTOCOL_FEE,
          BORROW_FACTOR,
          MAINTENANCE_MARGIN,
          MAINTENANCE_MAX,
          HEDGE_HAIRCUT,
          CLOSING_FEE,
          MAX_AGE,
          MIN_SOURCES,
          MAX_DEVIATION,
          CONFIDENCE_MULTIPLIER,
          MAX_CONFIDENCE,
          MAX_JUMP,
          JUMP_CONFIRMATION,
          MIN_PRICE,
          MAX_PRICE,
          MAX_FUTURE,
          DOUBT,
          REFERENCE_VOLATILITY,
          SENSITIVITY,
          STRESS_SENSITIVITY,
          MIN_LOAD_FACTOR,
          TIGHTEN_PER_HOUR,
          RELAX_PER_HOUR,
          DEPTH_PER_WINDOW,
          VENUE,
          MAX_RATE_GROWTH,
          ANCHOR_RATE,
          ANCHOR_TIME,
          MAX_INDEX_STEP,
          HALTED);

  static final List<String> NAMES = TABLE.stream().<String>map(Key::name).toList();

  private AssetKeys() {}

  private static <T> Key<AssetParameters, T> key(
      String name,
      Notation<T> notation,
      Function<AssetParameters, T> inForce,
      String unit,
      String section,
      String meaning) {
    return Key.of(DEFAULTS, name, notation, inForce, unit, section, meaning);
  }
}
